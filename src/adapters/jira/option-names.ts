import { type DeclaredField, idOfName } from '../../domain/declaring/declaration';
import { type Settings, UNKNOWN_SERVICE } from '../../domain/settings/settings';
import { type SiteMap } from '../../ports/set-up/site-map';

type NamedField = 'faultyService' | 'affectedProducts';

/** What it takes to choose an option by name: the settings say which row is meant, the map which option stands for it. */
export type Choosing = {
  readonly map: SiteMap;
  readonly settings: Settings;
  readonly options: { readonly [Field in NamedField]: Readonly<Record<string, string>> };
};

export type ChoiceField = Exclude<DeclaredField, 'description'>;

/** Options for what is wanted, and what there is none for. */
export function optionsFor(
  field: ChoiceField,
  wanted: readonly string[],
  choosing: Choosing,
): { readonly ids: readonly string[]; readonly missing: readonly string[] } {
  const found = wanted.map((name) => ({ name, id: optionFor(field, name, choosing) }));
  return {
    ids: found.flatMap(({ id }) => id ?? []),
    missing: found.filter(({ id }) => id === undefined).map(({ name }) => name),
  };
}

/** The option "Unknown" of the services; undefined where the site has none. */
export function unknownOption({ options }: Choosing): string | undefined {
  return options.faultyService[UNKNOWN_SERVICE];
}

function optionFor(
  field: ChoiceField,
  name: string,
  { map: { severities }, settings, options }: Choosing,
): string | undefined {
  if (field === 'severity') {
    return Object.keys(severities).find((id) => String(severities[id]) === name);
  }
  const rows = field === 'faultyService' ? settings.services : settings.products;
  return options[field][idOfName(rows, name) ?? ''];
}
