import {
  LISTED_FIELDS,
  type ListedField,
  type WhereIncidentsAre,
  type WhereToList,
} from '../../domain/incident/where';
import { type OptionMaps } from '../../ports/settings/option-maps';
import { type Permissions } from '../../ports/incident/permissions';
import { type SettingsStore } from '../../ports/settings/settings';
import { type SiteMaps } from '../../ports/set-up/site-map';

type Deps = {
  readonly siteMaps: Pick<SiteMaps, 'get'>;
  readonly permissions: Pick<Permissions, 'browses'>;
};

/**
 * Where incidents are kept, for somebody who may see that project: they search it as themselves.
 *
 * @returns undefined for whoever may not see the project
 * @throws {IncidentError} `not-set-up`, `unavailable`
 */
export async function sayWhereIncidentsAre({
  siteMaps,
  permissions,
}: Deps): Promise<WhereIncidentsAre | undefined> {
  const { projectId, issueTypeId, fields, phases, severities } = await siteMaps.get();
  if (!(await permissions.browses(projectId))) return undefined;
  const listed = LISTED_FIELDS.map((name) => [name, fields[name]] as const);
  return { projectId, issueTypeId, phases, severities, fields: named(listed) };
}

/** The same for whoever puts a list on a page or a dashboard. @throws {IncidentError} as above */
export async function sayWhereToList(
  deps: Deps & {
    readonly settings: Pick<SettingsStore, 'get'>;
    readonly optionMaps: Pick<OptionMaps, 'find'>;
  },
): Promise<WhereToList | undefined> {
  const [where, { settings }, map] = await Promise.all([
    sayWhereIncidentsAre(deps),
    deps.settings.get(),
    deps.optionMaps.find('faultyService'),
  ]);
  if (!where) return undefined;
  const services = settings.services.flatMap(({ id, name }) => {
    const option = map?.options[id];
    return option === undefined ? [] : [{ option, name }];
  });
  return { ...where, services };
}

function named(
  listed: readonly (readonly [ListedField, string | undefined])[],
): WhereIncidentsAre['fields'] {
  return Object.fromEntries(listed);
}
