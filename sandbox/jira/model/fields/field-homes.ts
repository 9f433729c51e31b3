import {
  type Field,
  type FieldConfiguration,
  type FieldManners,
  type FieldScheme,
} from '../config';
import { type Site } from '../site';
import { type Project } from '../types';

/**
 * Which fields a project has. A field that is made over REST belongs to no project until it is associated, since
 * January 2026: on a site with field schemes it is put into the scheme of the project, on the others into the field
 * configurations that the project uses.
 */

/** Fields without which there is no work item: no scheme can be without them. */
const ALWAYS = new Set(['summary', 'issuetype', 'project']);

/** Fields of apps come with the app; what cannot stand on a screen is not asked for. */
const isEverywhere = ({ id, app, orderable }: Field): boolean =>
  app !== undefined || !orderable || ALWAYS.has(id);

/** Whether issues of this type in this project have the field. */
export function isAssociated(site: Site, project: Project, typeId: string, field: Field): boolean {
  if (isEverywhere(field)) return true;
  if (!site.hasFieldSchemes)
    return !field.custom || configurationFor(site, project, typeId).fields.has(field.id);
  const entry = schemeOf(site, project).fields.get(field.id);
  if (!entry) return false;
  return entry.restrictedTo.length === 0 || entry.restrictedTo.includes(typeId);
}

/** Projects of which at least one issue type has the field. */
export function projectsWith(site: Site, field: Field): Project[] {
  return site.projects.all().filter((project) => {
    const { issueTypeIds } = site.issueTypeSchemes.get(project.issueTypeSchemeId);
    return issueTypeIds.some((typeId) => isAssociated(site, project, typeId, field));
  });
}

/** Gives the field to every issue type of the project, and to all projects that share what says so. */
export function associate(site: Site, project: Project, field: Field): void {
  if (site.hasFieldSchemes) entryOf(schemeOf(site, project), field.id).restrictedTo = [];
  else for (const one of configurationsOf(site, project)) one.fields.add(field.id);
}

/** What the project says about a field: its help text, whether it must be filled, whether it is hidden. */
export function mannersOf(
  site: Site,
  project: Project,
  typeId: string,
  fieldId: string,
): FieldManners {
  if (!site.hasFieldSchemes)
    return configurationFor(site, project, typeId).items.get(fieldId) ?? {};
  const entry = schemeOf(site, project).fields.get(fieldId);
  return { ...entry?.manners, ...entry?.perType.get(typeId) };
}

type Entry = NonNullable<ReturnType<FieldScheme['fields']['get']>>;

/** The scheme's entry for a field, made when it is not there. */
export function entryOf({ fields }: FieldScheme, fieldId: string): Entry {
  const entry = fields.get(fieldId) ?? { manners: {}, restrictedTo: [], perType: new Map() };
  fields.set(fieldId, entry);
  return entry;
}

const bare = (ids: Iterable<string>): FieldScheme['fields'] =>
  new Map([...ids].map((id) => [id, { manners: {}, restrictedTo: [], perType: new Map() }]));

/** The fields of a fresh site's default scheme. */
export const systemFields = (site: Site): FieldScheme['fields'] =>
  bare(site.fields.all().flatMap(({ id, custom }) => (custom ? [] : [id])));

/** The fields of a scheme that nobody has put any into. */
export const fewest = (): FieldScheme['fields'] => bare(ALWAYS);

const schemeOf = (site: Site, { fieldSchemeId }: Project): FieldScheme =>
  site.fieldSchemes.get(fieldSchemeId);

function configurationFor(site: Site, project: Project, typeId: string): FieldConfiguration {
  const scheme = site.fieldConfigurationSchemes.find(project.fieldConfigurationSchemeId);
  const id = scheme?.mappings.get(typeId) ?? scheme?.mappings.get('default');
  return site.fieldConfigurations.find(id) ?? standard(site);
}

function configurationsOf(site: Site, project: Project): FieldConfiguration[] {
  const scheme = site.fieldConfigurationSchemes.find(project.fieldConfigurationSchemeId);
  const ids = [...(scheme?.mappings.values() ?? [])];
  const used = ids.flatMap((id) => site.fieldConfigurations.find(id) ?? []);
  return used.length > 0 ? used : [standard(site)];
}

/** The field configuration of projects that have none of their own. */
function standard(site: Site): FieldConfiguration {
  const found = site.fieldConfigurations.where(({ isDefault }) => isDefault);
  if (!found) throw new Error('A site has a default field configuration');
  return found;
}

/** A field configuration like the default one, with nothing required. */
export function addConfiguration(
  site: Site,
  { name, description }: { readonly name: string; readonly description: string },
): FieldConfiguration {
  const { items, fields } = standard(site);
  const optional = [...items].map(([id, one]) => [id, { ...one, isRequired: false }] as const);
  const id = site.fieldConfigurations.nextId();
  return site.fieldConfigurations.put(id, {
    id,
    name,
    description,
    isDefault: false,
    items: new Map(optional),
    fields: new Set(fields),
  });
}

/** What Jira Service Management makes for a new project on a site without field schemes. @returns its id. */
export function addServiceConfiguration(site: Site, key: string): string {
  const name = `Jira Service Management Field Configuration for Project ${key}`;
  const configuration = addConfiguration(site, { name, description: '' });
  const id = String(site.fieldConfigurationSchemes.nextId());
  site.fieldConfigurationSchemes.put(id, {
    id,
    name: `Jira Service Management Field Configuration Scheme for Project ${key}`,
    description: '',
    mappings: new Map([['default', configuration.id]]),
  });
  return id;
}
