import { type OptionPlan, planOptions } from '../../domain/set-up/option-plan';
import { type Settings } from '../../domain/settings/settings';
import { SEVERITIES } from '../../domain/incident/severity';
import {
  type FieldOption,
  type FieldOptions,
  type FollowingField,
  type OptionPlace,
} from '../../ports/settings/field-options';
import {
  type OptionFailure,
  type OptionMap,
  type OptionMaps,
  type OptionsReport,
} from '../../ports/settings/option-maps';
import { type SettingsStore } from '../../ports/settings/settings';
import { removeOptions } from './remove-options';
import { tried } from '../set-up/try-step';

type Deps = {
  readonly settings: SettingsStore;
  readonly fieldOptions: FieldOptions;
  readonly optionMaps: OptionMaps;
};

/** The field on this site, and the project whose incidents have it. */
type Where = {
  readonly fieldId: string;
  readonly projectId: string;
  /** Absent: the one that holds for the project. */
  readonly contextId?: string;
};

/**
 * Makes the options of one of Jira's fields what the settings say, as the person who asks. What was made before
 * is recognised, so it may be repeated, and is where something failed: the failures are kept until it is done.
 *
 * @throws {IncidentError} `not-set-up` when the field has no context for the project, `forbidden`, `not-found`,
 *   `unavailable` when not even reading was possible
 */
export async function bringOptionsInLine(
  deps: Deps,
  field: FollowingField,
  where: Where,
): Promise<OptionsReport> {
  const { fieldOptions, optionMaps } = deps;
  const { place, shared, saved, known, plan } = await looked(deps, field, where);
  const done = await change(fieldOptions, place, plan);
  const soFar: OptionMap = {
    ...place,
    options: done.options,
    made: [...known.made, ...done.added.map(({ id }) => id)],
    toRemove: plan.remove.map(({ id }) => id),
    version: saved.version,
    failures: done.failures,
    others: names(plan.others),
  };
  // Kept before the rest: what we made is not to be taken for somebody else's if the rest fails.
  await optionMaps.set(field, soFar);
  const removal = await removeOptions(fieldOptions, place, plan.remove);
  const order = await inOrder(fieldOptions, place, saved.settings, { field, shared, map: soFar });
  const failures = [...done.failures, ...removal.failures, ...order.failures];
  await optionMaps.set(field, { ...soFar, toRemove: removal.left, failures });
  return {
    field,
    version: saved.version,
    failures,
    options: done.options,
    levels: levelsOf(field, done.options),
    adopted: names(plan.adopted),
    added: names(done.added),
    enabled: names(done.enabled),
    renamed: done.renamed.map(({ option, to }) => ({ from: option.value, to })),
    deleted: removal.deleted,
    disabled: removal.disabled,
    reordered: order.moved,
    left: names(plan.left),
    others: soFar.others,
    pending: removal.left.length,
  };
}

/** What is wanted, what there is, and what has to be done about it. */
async function looked(
  { settings, fieldOptions, optionMaps }: Deps,
  field: FollowingField,
  { fieldId, projectId, contextId: given }: Where,
) {
  const [saved, kept, { contextId, shared }] = await Promise.all([
    settings.get(),
    optionMaps.find(field),
    fieldOptions.contextOf(fieldId, projectId, given),
  ]);
  const place = { fieldId, contextId };
  const known = kept?.fieldId === fieldId && kept.contextId === contextId ? kept : NOTHING_KNOWN;
  const wanted = wantedIn(saved.settings, field);
  const plan = planOptions(wanted, await fieldOptions.list(place), known, shared);
  return { place, shared, saved, known, plan };
}

const NOTHING_KNOWN = { options: {}, made: [], toRemove: [] };

function wantedIn({ services, products, scale }: Settings, field: FollowingField) {
  if (field === 'faultyService') return services;
  if (field === 'affectedProducts') return products;
  return SEVERITIES.map((level) => ({ id: String(level), name: scale.levels[level].label }));
}

async function change(fieldOptions: FieldOptions, place: OptionPlace, plan: OptionPlan) {
  const { rename, enable, add } = plan;
  const renaming = await tried('rename', [...rename.map(({ to }) => to), ...names(enable)], () =>
    fieldOptions.update(place, [
      ...rename.map(({ option, to }) => ({ id: option.id, value: to, disabled: false })),
      ...enable
        .filter((option) => !rename.some((one) => one.option === option))
        .map(({ id }) => ({ id, disabled: false })),
    ]),
  );
  const adding = await tried(
    'add',
    add.map(({ name }) => name),
    () =>
      fieldOptions.add(
        place,
        add.map(({ name }) => name),
      ),
  );
  const added = adding.value ?? [];
  const made = add.flatMap(({ id }, at) => (added[at] ? [[id, added[at].id] as const] : []));
  return {
    added,
    renamed: renaming.failures.length > 0 ? [] : rename,
    enabled: renaming.failures.length > 0 ? [] : enable,
    options: { ...plan.options, ...Object.fromEntries(made) },
    failures: [...renaming.failures, ...adding.failures],
  };
}

type Order = {
  readonly field: FollowingField;
  readonly shared: boolean;
  readonly map: Pick<OptionMap, 'options' | 'made'>;
};

/** Ours in the order of the settings: before all others, or behind them where the field is not ours alone. */
async function inOrder(
  fieldOptions: FieldOptions,
  place: OptionPlace,
  settings: Settings,
  { field, shared, map }: Order,
): Promise<{ readonly moved: boolean; readonly failures: readonly OptionFailure[] }> {
  const wanted = wantedIn(settings, field)
    .flatMap(({ id }) => map.options[id] ?? [])
    .filter((id) => !shared || map.made.includes(id));
  const now = (await fieldOptions.list(place)).map(({ id }) => id);
  const stand = shared ? now.slice(-wanted.length) : now.slice(0, wanted.length);
  if (wanted.length === 0 || stand.join() === wanted.join()) return { moved: false, failures: [] };
  const move = () => fieldOptions.move(place, wanted, shared ? 'Last' : 'First');
  const { failures } = await tried('order', ['*'], move);
  return { moved: failures.length === 0, failures };
}

function levelsOf(
  field: FollowingField,
  options: Readonly<Record<string, string>>,
): OptionsReport['levels'] {
  if (field !== 'severity') return {};
  return Object.fromEntries(
    SEVERITIES.flatMap((level) => {
      const option = options[level];
      return option === undefined ? [] : [[option, level]];
    }),
  );
}

const names = (options: readonly FieldOption[]) => options.map(({ value }) => value);
