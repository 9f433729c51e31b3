import { route } from '@forge/api';
import { z } from 'zod';
import { IncidentError } from '../../../domain/errors';
import { type Site, type StepDone } from '../../../ports/set-up/site-builder';
import { type Jira } from '../http';
import { helpByConfiguration } from './help-by-configuration';
import { helpByScheme } from './help-by-scheme';
import { Id } from './pages';
import { projectOf } from './project-of';

const OfProjects = z.object({
  values: z.array(z.object({ projectId: Id, schemeId: Id.nullish() })),
});

/**
 * Summary and Description ask what the handbook asks. Native fields have no description of their own; it belongs to what
 * says how the project treats its fields: a field scheme, or a field configuration where the site has not moved yet.
 */
export async function helpTexts(jira: Jira, site: Site): Promise<StepDone> {
  const { projectKey } = projectOf(site);
  const done: StepDone = {
    how: 'done',
    what: site.text('names.schemes.fields', { key: projectKey }),
  };
  if (site.found().helpBy === 'configuration' && (await stillByConfiguration(jira, site)))
    return done;
  const scheme = await fieldSchemeOf(jira, site);
  await site.remember({ helpBy: scheme === undefined ? 'configuration' : 'scheme' });
  if (scheme === undefined) await helpByConfiguration(jira, site);
  else await helpByScheme(jira, site, scheme);
  return done;
}

/** The way of last time, without asking again. False when the site has moved since. */
async function stillByConfiguration(jira: Jira, site: Site): Promise<boolean> {
  try {
    await helpByConfiguration(jira, site);
    return true;
  } catch (error) {
    if ((await fieldSchemeOf(jira, site)) !== undefined) return false;
    throw error;
  }
}

/**
 * The project's field scheme; undefined on a site that has none yet. The call was published for the time of the move. A
 * site that has not moved is said to answer 404; since that is not seen everywhere, any refusal counts, and so does an
 * answer without a scheme: the older way then says what is wrong, if something is.
 *
 * @throws {IncidentError} `unavailable`: that says nothing
 */
async function fieldSchemeOf(jira: Jira, site: Site): Promise<string | undefined> {
  const { projectId } = projectOf(site);
  let answer: unknown;
  try {
    answer = await jira(route`/rest/api/3/config/fieldschemes/projects?projectId=${projectId}`);
  } catch (error) {
    if (error instanceof IncidentError && error.code !== 'unavailable') return undefined;
    throw error;
  }
  const rows = OfProjects.safeParse(answer).data?.values ?? [];
  return rows.find((row) => row.projectId === projectId)?.schemeId ?? undefined;
}
