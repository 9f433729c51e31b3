import { route } from '@forge/api';
import { z } from 'zod';
import { IncidentError } from '../../../domain/errors';
import { NATIVE_FIELD_NAMES } from '../../../domain/incident/fields';
import { type Site } from '../../../ports/set-up/site-builder';
import { PATIENT_MS } from '../../http';
import { type Jira, refusedOf } from '../http';
import { everything, Id, Named, PAGE } from './pages';
import { needed, projectOf } from './project-of';

const Made = z.object({ id: Id });

/** Jira's sentences by field id. */
type Refused = Readonly<Record<string, string>>;

/**
 * A field scheme of the project's own, which begins as a copy of the one it has: a new one would be without the fields
 * that the project needs.
 *
 * @param current id of the scheme that the project has
 * @throws {IncidentError} `refused` with what Jira refused, field by field
 */
export async function helpByScheme(jira: Jira, site: Site, current: string): Promise<void> {
  const { projectId } = projectOf(site);
  const id = Number(await schemeOf(jira, site, current));
  // The project moves to the scheme only with our fields in it: else nobody could fill them any more.
  demandAll(site, await putFields(jira, site, id));
  const untold = await putTexts(jira, site, id);
  const unmoved = await refused(
    jira(route`/rest/api/3/config/fieldschemes/projects`, {
      method: 'PUT',
      body: { [String(id)]: { projectIds: [Number(projectId)] } },
    }),
  );
  demandAll(site, { ...untold, ...unmoved });
}

async function schemeOf(jira: Jira, site: Site, current: string): Promise<string> {
  const { projectKey } = projectOf(site);
  const name = site.text('names.schemes.fields', { key: projectKey });
  const schemes = await everything(Named, (startAt) =>
    jira(
      route`/rest/api/3/config/fieldschemes?startAt=${startAt}&maxResults=${PAGE}&query=${name}`,
    ),
  );
  const there = schemes.find((one) => one.name === name)?.id;
  if (there !== undefined) return there;
  const answer = await jira(route`/rest/api/3/config/fieldschemes/${current}/clone`, {
    method: 'POST',
    deadlineMs: PATIENT_MS,
    body: { name, description: site.text('names.schemes.fieldsDescription') },
  });
  const { id } = Made.parse(answer);
  await site.remember({}, `field-scheme ${id}`);
  return id;
}

function putFields(jira: Jira, site: Site, id: number): Promise<Refused> {
  const fields = needed(site, 'fields');
  const own = NATIVE_FIELD_NAMES.flatMap((name) => fields[name] ?? []);
  return refused(
    jira(route`/rest/api/3/config/fieldschemes/fields`, {
      method: 'PUT',
      body: Object.fromEntries(own.map((field) => [field, [{ schemeIds: [id] }]])),
    }),
  );
}

function putTexts(jira: Jira, site: Site, id: number): Promise<Refused> {
  const entryOf = (field: 'summary' | 'description') => {
    const parameters = { description: site.text(`names.fields.${field}.help`) };
    return [field, [{ schemeIds: [id], parameters }]] as const;
  };
  return refused(
    jira(route`/rest/api/3/config/fieldschemes/fields/parameters`, {
      method: 'PUT',
      body: Object.fromEntries((['summary', 'description'] as const).map(entryOf)),
    }),
  );
}

/** Some of it refused is an answer, all of it an error; both say what and why. */
async function refused(call: Promise<unknown>): Promise<Refused> {
  try {
    return refusedOf(await call);
  } catch (error) {
    const fields = error instanceof IncidentError ? error.details.fields : undefined;
    if (fields !== undefined && Object.keys(fields).length > 0) return fields;
    throw error;
  }
}

/** @throws {IncidentError} `refused` when anything was */
function demandAll(site: Site, all: Refused): void {
  const said = Object.entries(all).map(([id, why]) => [nameOf(site, id), why].join(': '));
  if (said.length === 0) return;
  throw new IncidentError('refused', 'Jira refused a part', { subject: said.join(' · ') });
}

/** The field as people know it; the project for what is about no field. */
function nameOf(site: Site, id: string): string {
  if (id === '') return projectOf(site).projectKey;
  const fields = needed(site, 'fields');
  const ours = NATIVE_FIELD_NAMES.find((name) => fields[name] === id);
  return ours ? site.text(`names.fields.${ours}.name`) : id;
}
