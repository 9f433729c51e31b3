import { route } from '@forge/api';
import { z } from 'zod';
import { NATIVE_FIELD_NAMES } from '../../../domain/incident/fields';
import { type Site } from '../../../ports/set-up/site-builder';
import { type Jira } from '../http';
import { associate } from './associations';
import { everything, Id, Named, PAGE } from './pages';
import { needed, projectOf } from './project-of';

const Made = z.object({ id: Id });

/** A field configuration of the project's own, and the scheme that gives it to every work type of the project. */
export async function helpByConfiguration(jira: Jira, site: Site): Promise<void> {
  const { projectId, projectKey } = projectOf(site);
  const name = site.text('names.schemes.fields', { key: projectKey });
  const fields = needed(site, 'fields');
  const own = NATIVE_FIELD_NAMES.flatMap((field) => fields[field] ?? []);
  const configuration = await configurationOf(jira, site, name);
  await jira(route`/rest/api/3/fieldconfiguration/${configuration}/fields`, {
    method: 'PUT',
    body: { fieldConfigurationItems: itemsOf(site, own) },
  });
  const scheme = await schemeOf(jira, site, name);
  await jira(route`/rest/api/3/fieldconfigurationscheme/${scheme}/mapping`, {
    method: 'PUT',
    body: { mappings: [{ issueTypeId: 'default', fieldConfigurationId: configuration }] },
  });
  await jira(route`/rest/api/3/fieldconfigurationscheme/project`, {
    method: 'PUT',
    body: { fieldConfigurationSchemeId: scheme, projectId },
  });
  // What the project had before may have had fields that a new configuration begins without.
  await associate(jira, projectId, own);
}

/** Ours are not hidden, for a new configuration is like the default one of the site, which may be without them. */
function itemsOf(site: Site, own: readonly string[]): unknown[] {
  return [
    ...(['summary', 'description'] as const).map((id) => ({
      id,
      description: site.text(`names.fields.${id}.help`),
    })),
    ...own.map((id) => ({ id, isHidden: false })),
  ];
}

async function configurationOf(jira: Jira, site: Site, name: string): Promise<string> {
  const all = await everything(Named, (startAt) =>
    jira(route`/rest/api/3/fieldconfiguration?startAt=${startAt}&maxResults=${PAGE}&query=${name}`),
  );
  const there = all.find((one) => one.name === name)?.id;
  if (there !== undefined) return there;
  const answer = await jira(route`/rest/api/3/fieldconfiguration`, {
    method: 'POST',
    body: { name, description: site.text('names.schemes.fieldsDescription') },
  });
  const { id } = Made.parse(answer);
  await site.remember({}, `field-configuration ${id}`);
  return id;
}

async function schemeOf(jira: Jira, site: Site, name: string): Promise<string> {
  const all = await everything(Named, (startAt) =>
    jira(route`/rest/api/3/fieldconfigurationscheme?startAt=${startAt}&maxResults=${PAGE}`),
  );
  const there = all.find((one) => one.name === name)?.id;
  if (there !== undefined) return there;
  const answer = await jira(route`/rest/api/3/fieldconfigurationscheme`, {
    method: 'POST',
    body: { name, description: site.text('names.schemes.fieldsDescription') },
  });
  const { id } = Made.parse(answer);
  await site.remember({}, `field-configuration-scheme ${id}`);
  return id;
}
