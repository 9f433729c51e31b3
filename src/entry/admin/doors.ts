import { z } from 'zod';
import { type AdminContract } from '../../contract/admin';
import {
  type GroupField,
  LABEL_LENGTH,
  MOST_LABELS,
  MOST_WINDOW_MINUTES,
} from '../../domain/declaring/alert-rule';
import { DOOR_NAME_LENGTH, doorId } from '../../domain/declaring/doors';
import { iso } from '../../domain/time';
import { type Door } from '../../ports/declaring/door';
import { type ForAdmin } from '../../wiring/admin';
import { guardedForAdmins } from '../guard';

const Nothing = z.object({});
const Named = z.strictObject({ name: z.string().trim().min(1).max(DOOR_NAME_LENGTH) });
const OfDoor = z.strictObject({ door: z.string().min(1).max(40).transform(doorId) });

const Label = z
  .string()
  .trim()
  .min(1)
  .max(LABEL_LENGTH)
  .transform((label): GroupField => `label:${label}`);
const Field = z.union([
  z.enum(['service', 'name']),
  z
    .string()
    .startsWith('label:')
    .transform((field) => field.slice('label:'.length))
    .pipe(Label),
]);
const Ruled = z.strictObject({
  door: OfDoor.shape.door,
  rule: z.strictObject({
    groupBy: z.array(Field).max(MOST_LABELS + 2),
    windowMinutes: z.number().int().min(1).max(MOST_WINDOW_MINUTES),
    leaveBelow: z.union([z.literal(1), z.literal(2)]).nullable(),
  }),
});

/** What the parts "Alerts" and "Deployments" of set-up ask for. */
export function doorFunctions(wiring: ForAdmin) {
  const { alertDoors, leftAlerts, deploymentDoor } = wiring;
  return {
    getAlertDoors: guardedForAdmins(wiring, { input: Nothing }, () => alertDoors.list()),
    addAlertDoor: guardedForAdmins(wiring, { input: Named }, ({ input }) =>
      alertDoors.add(input.name),
    ),
    renewAlertSecret: guardedForAdmins(wiring, { input: OfDoor }, ({ input }) =>
      alertDoors.renew(input.door),
    ),
    removeAlertDoor: guardedForAdmins(wiring, { input: OfDoor }, async ({ input }) => {
      await alertDoors.remove(input.door);
      return alertDoors.list();
    }),
    setAlertRule: guardedForAdmins(wiring, { input: Ruled }, ({ input }) =>
      alertDoors.setRule(input.door, input.rule),
    ),
    getLeftAlerts: guardedForAdmins(wiring, { input: OfDoor }, async ({ input }) => {
      const { last, ...counted } = await leftAlerts.of(input.door);
      return { ...counted, last: last.map((one) => ({ ...one, at: iso(one.at) })) };
    }),
    getDeploymentDoor: looking(wiring, deploymentDoor),
    renewDeploymentSecret: renewing(wiring, deploymentDoor),
  } satisfies Partial<Record<keyof AdminContract, unknown>>;
}

function looking(wiring: ForAdmin, door: Door) {
  return guardedForAdmins(wiring, { input: Nothing }, async () => {
    const [address, secret] = await Promise.all([door.address(), door.secret()]);
    return { address, hasSecret: secret !== undefined };
  });
}

function renewing(wiring: ForAdmin, door: Door) {
  return guardedForAdmins(wiring, { input: Nothing }, async () => ({ secret: await door.renew() }));
}
