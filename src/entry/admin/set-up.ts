import { z } from 'zod';
import { type AdminContract } from '../../contract/admin';
import { NATIVE_FIELD_NAMES } from '../../domain/incident/fields';
import { type StepName } from '../../domain/set-up/set-up';
import { suggestLevel } from '../../domain/set-up/suggestions';
import { checkSetUp } from '../../usecases/set-up/check-set-up';
import { chooseSetUp } from '../../usecases/set-up/choose-set-up';
import { nameType } from '../../usecases/set-up/name-type';
import { runSetUpStep } from '../../usecases/set-up/run-set-up-step';
import { type ForAdmin } from '../../wiring/admin';
import { guardedForAdmins } from '../guard';
import { inventoryView } from './inventory-view';
import { setUpView } from './set-up-view';

const Nothing = z.object({});
/** As Jira makes them: numbers, names of fields, universal ids. Nothing else gets into an address. */
const Id = z.string().regex(/^\w[\w-]{0,99}$/);
const Key = z.string().trim().min(1).max(80);

const ChoicesInput = z.strictObject({
  language: z.enum(['en-US', 'de-DE']),
  project: z.union([
    z.strictObject({
      make: z.strictObject({ key: Key, name: Key, kind: z.enum(['service', 'software']) }),
    }),
    z.strictObject({ use: Id }),
  ]),
  issueType: Id.optional(),
  fields: z.partialRecord(z.enum(NATIVE_FIELD_NAMES), Id),
  phases: z.record(Id, z.enum(['new', 'fixing', 'resolved', 'cancelled'])).optional(),
  severities: z.record(Id, z.union([z.literal(1), z.literal(2), z.literal(3)])).optional(),
  tellOnTransition: z.boolean(),
});

const STEPS = [
  'project',
  'issue-type',
  'workflow',
  ...NATIVE_FIELD_NAMES.map((name) => `field-${name}` as const),
  'screens',
  'filters',
  'switch-on',
  'help-texts',
  'create-hints',
  'request-type',
] as const satisfies readonly StepName[];
const StepInput = z.strictObject({ step: z.enum(STEPS) });

const OfProject = z.strictObject({ project: Id });
const OfField = z.strictObject({ project: Id, field: Id });

/** What the section "Set-up" asks for. */
export function setUpFunctions(wiring: ForAdmin) {
  return {
    getSetUp: guardedForAdmins(wiring, { input: Nothing }, async () =>
      setUpView(await wiring.setUpStore.get()),
    ),
    chooseSetUp: guardedForAdmins(wiring, { input: ChoicesInput }, async ({ input }) =>
      setUpView(await chooseSetUp(wiring, input)),
    ),
    runSetUpStep: guardedForAdmins(wiring, { input: StepInput }, async ({ person, input }) =>
      setUpView(await runSetUpStep({ ...wiring, person, now: wiring.now() }, input.step)),
    ),
    getOffers: guardedForAdmins(wiring, { input: Nothing }, async () => {
      const { siteInventory } = wiring;
      const [kinds, projects] = await Promise.all([
        siteInventory.kinds(),
        siteInventory.projects(),
      ]);
      return { kinds, projects };
    }),
    getInventory: guardedForAdmins(wiring, { input: OfProject }, ({ input }) =>
      inventoryView(wiring.siteInventory, input.project),
    ),
    getOptions: guardedForAdmins(wiring, { input: OfField }, async ({ input }) => {
      const options = await wiring.siteInventory.options(input.field, input.project);
      return options.map((option, place) => ({
        ...option,
        suggested: suggestLevel(option.value, place),
      }));
    }),
    checkSetUp: guardedForAdmins(wiring, { input: Nothing }, () => checkSetUp(wiring)),
    nameType: guardedForAdmins(wiring, { input: Nothing }, async () => {
      await nameType(wiring);
      return checkSetUp(wiring);
    }),
  } satisfies Partial<Record<keyof AdminContract, unknown>>;
}
