import {
  type FieldOption,
  type FieldOptions,
  type OptionPlace,
} from '../../ports/settings/field-options';
import { type OptionFailure } from '../../ports/settings/option-maps';
import { tried } from '../set-up/try-step';

/** As many as a function has the time for; whoever asked asks again for the rest. */
const AT_ONCE = 30;

type Removal = {
  readonly deleted: readonly string[];
  readonly disabled: readonly string[];
  /** Ids of those that were not got to, or failed. */
  readonly left: readonly string[];
  readonly failures: readonly OptionFailure[];
};

/**
 * Takes options away: no issue can be given them any more, and those that no issue has are deleted. Disabled
 * first, then looked for, so that nobody chooses one between looking and deleting. May be repeated.
 */
export async function removeOptions(
  fieldOptions: FieldOptions,
  place: OptionPlace,
  options: readonly FieldOption[],
): Promise<Removal> {
  const now = options.slice(0, AT_ONCE);
  const enabled = now.filter(({ disabled }) => !disabled);
  const names = now.map(({ value }) => value);
  const disabling = await tried(
    'remove',
    enabled.map(({ value }) => value),
    () =>
      fieldOptions.update(
        place,
        enabled.map(({ id }) => ({ id, disabled: true })),
      ),
  );
  const removal =
    disabling.failures.length > 0
      ? disabling
      : await tried('remove', names, async () => {
          const used = await usedAmong(fieldOptions, place.fieldId, now);
          const unused = now.filter((option) => !used.includes(option));
          for (const { id } of unused) await fieldOptions.remove(place, id);
          return { used, unused };
        });
  const { used = [], unused = [] } = ('value' in removal && removal.value) || {};
  const done = [...used, ...unused];
  return {
    deleted: unused.map(({ value }) => value),
    disabled: used.map(({ value }) => value),
    left: options.filter((option) => !done.includes(option)).map(({ id }) => id),
    failures: removal.failures,
  };
}

/** Asks for all at once, and for halves of them only where some are used: mostly none is. */
async function usedAmong(
  fieldOptions: FieldOptions,
  fieldId: string,
  options: readonly FieldOption[],
): Promise<readonly FieldOption[]> {
  if (options.length === 0) return [];
  const ids = options.map(({ id }) => id);
  if (!(await fieldOptions.areUsed(fieldId, ids))) return [];
  if (options.length === 1) return options;
  const half = Math.ceil(options.length / 2);
  const parts = await Promise.all(
    [options.slice(0, half), options.slice(half)].map((part) =>
      usedAmong(fieldOptions, fieldId, part),
    ),
  );
  return parts.flat();
}
