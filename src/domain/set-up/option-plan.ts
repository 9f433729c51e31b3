import { folded } from '../settings/rules';

/** A row of the settings that has an option in Jira. */
type Wanted = { readonly id: string; readonly name: string };
type Option = { readonly id: string; readonly value: string; readonly disabled: boolean };
/** What is known from the last time. */
type Known = {
  readonly options: Readonly<Record<string, string>>;
  readonly made: readonly string[];
  readonly toRemove: readonly string[];
};

/** What has to be done so that a field offers what the settings say. */
export type OptionPlan = {
  /** Rows that have an option already. */
  readonly options: Readonly<Record<string, string>>;
  readonly add: readonly Wanted[];
  readonly rename: readonly { readonly option: Option; readonly to: string }[];
  readonly enable: readonly Option[];
  readonly adopted: readonly Option[];
  /** Deleted if no issue has them, else disabled. */
  readonly remove: readonly Option[];
  /** Should follow and do not: they belong to other projects too, and we did not make them. */
  readonly left: readonly Option[];
  /** Can be chosen in Jira and are not in the settings. */
  readonly others: readonly Option[];
};

/**
 * Compares the settings with a field's options. A row keeps its option when it is renamed; one without takes an
 * option of the same name. In a context that other projects use as well, only options that we made are renamed,
 * disabled or deleted.
 */
export function planOptions(
  wanted: readonly Wanted[],
  existing: readonly Option[],
  known: Known,
  shared: boolean,
): OptionPlan {
  const byId = new Map(existing.map((option) => [option.id, option]));
  const mayTouch = ({ id }: Option) => !shared || known.made.includes(id);
  const kept = new Map<string, Option>();
  for (const { id, name } of wanted) {
    const option = byId.get(known.options[id] ?? '');
    if (option && (option.value === name || mayTouch(option))) kept.set(id, option);
  }
  const adopted = adoptable(wanted, existing, kept, mayTouch);
  const options = new Map([...kept, ...adopted]);
  const taken = new Set([...options.values()].map(({ id }) => id));
  const gone = [...new Set([...Object.values(known.options), ...known.toRemove])].flatMap((id) => {
    const option = byId.get(id);
    return option && !taken.has(id) ? [option] : [];
  });
  const chosen = wanted.flatMap(({ id, name }) => {
    const option = options.get(id);
    return option ? [{ option, name }] : [];
  });
  return {
    options: Object.fromEntries([...options].map(([id, option]) => [id, option.id])),
    add: wanted.filter(({ id }) => !options.has(id)),
    rename: chosen
      .filter(({ option, name }) => option.value !== name && mayTouch(option))
      .map(({ option, name }) => ({ option, to: name })),
    enable: chosen.map(({ option }) => option).filter(({ disabled }) => disabled),
    adopted: [...adopted.values()],
    remove: gone.filter(mayTouch),
    left: gone.filter((option) => !mayTouch(option) && !option.disabled),
    others: existing.filter(
      (option) => !option.disabled && !taken.has(option.id) && !gone.includes(option),
    ),
  };
}

/** Rows without an option and the option of the same name, exactly so or as people would take it for the same. */
function adoptable(
  wanted: readonly Wanted[],
  existing: readonly Option[],
  kept: ReadonlyMap<string, Option>,
  mayTouch: (option: Option) => boolean,
): Map<string, Option> {
  const taken = new Set([...kept.values()]);
  const found = new Map<string, Option>();
  const same = [
    (option: Option, name: string) => option.value === name,
    (option: Option, name: string) => mayTouch(option) && folded(option.value) === folded(name),
  ];
  for (const isSame of same) {
    for (const { id, name } of wanted.filter((one) => !kept.has(one.id) && !found.has(one.id))) {
      const option = existing.find((one) => !taken.has(one) && isSame(one, name));
      if (!option) continue;
      taken.add(option);
      found.set(id, option);
    }
  }
  return found;
}
