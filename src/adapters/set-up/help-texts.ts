import { route } from '@forge/api';
import { z } from 'zod';
import { type Site, type StepDone } from '../../ports/site-builder';
import { type Jira } from '../jira-http';
import { everything, Id, Named, PAGE } from './pages';
import { needed, projectOf } from './project-of';

const Made = z.object({ id: Id });

/**
 * The project's field scheme: our fields are in it, and Summary and Description ask what the handbook asks. Native
 * fields have no description of their own; it belongs to the scheme.
 */
export async function helpTexts(jira: Jira, site: Site): Promise<StepDone> {
  const { projectId, projectKey } = projectOf(site);
  const name = site.text('names.schemes.fields', { key: projectKey });
  const schemes = await everything(Named, (startAt) =>
    jira(
      route`/rest/api/3/config/fieldschemes?startAt=${startAt}&maxResults=${PAGE}&query=${name}`,
    ),
  );
  const id = Number(schemes.find((one) => one.name === name)?.id ?? (await make(jira, site, name)));
  const own = Object.values(needed(site, 'fields'));
  await jira(route`/rest/api/3/config/fieldschemes/fields`, {
    method: 'PUT',
    body: Object.fromEntries(own.map((field) => [field, [{ schemeIds: [id] }]])),
  });
  await jira(route`/rest/api/3/config/fieldschemes/fields/parameters`, {
    method: 'PUT',
    body: Object.fromEntries(
      ['summary', 'description'].map((field) => [
        field,
        [{ schemeIds: [id], parameters: { description: site.text(`names.fields.${field}.help`) } }],
      ]),
    ),
  });
  await jira(route`/rest/api/3/config/fieldschemes/projects`, {
    method: 'PUT',
    body: { [String(id)]: { projectIds: [Number(projectId)] } },
  });
  return { how: 'done', what: name };
}

async function make(jira: Jira, { text }: Site, name: string): Promise<string> {
  const answer = await jira(route`/rest/api/3/config/fieldschemes`, {
    method: 'POST',
    body: { name, description: text('names.schemes.fieldsDescription') },
  });
  return Made.parse(answer).id;
}
