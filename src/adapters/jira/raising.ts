import { route } from '@forge/api';
import { z } from 'zod';
import { DECLARED_FIELDS, type Refusal, type Wish } from '../../domain/declaring/declaration';
import { IncidentError } from '../../domain/errors';
import { type IncidentId } from '../../domain/incident/incident';
import { type OptionMaps } from '../../ports/settings/option-maps';
import { type Raising } from '../../ports/declaring/raising';
import { type SettingsStore } from '../../ports/settings/settings';
import { type SiteMap, type SiteMaps } from '../../ports/set-up/site-map';
import { inDocument } from './document';
import { type Jira } from './http';
import { type ChoiceField, type Choosing, optionsFor, unknownOption } from './option-names';

/** Tells the issue of an alert from all others; declared in manifest.yml, so that a search finds it. */
const PROPERTY = 'incident-alert';

const Made = z.object({ id: z.string() });
/** Who made an issue is the one thing of it that nobody can write afterwards. */
const Creator = z.object({ accountType: z.string().optional() });
const Found = z.object({
  issues: z.array(Made.extend({ fields: z.object({ creator: Creator.nullish() }) })),
});
const Described = z.object({ fields: z.object({ description: z.unknown() }) });

type Deps = {
  readonly siteMaps: SiteMaps;
  readonly settings: SettingsStore;
  readonly optionMaps: OptionMaps;
};

/** What was declared, as fields of Jira issues. */
export function jiraRaising(jira: Jira, deps: Deps): Raising {
  return {
    async raise({ summary, wish }, mark) {
      const choosing = await choosingFrom(deps);
      const { projectId, issueTypeId } = choosing.map;
      const fields = {
        project: { id: projectId },
        issuetype: { id: issueTypeId },
        summary,
        ...fieldsOf(wish, choosing),
      };
      const properties = [{ key: PROPERTY, value: { alert: mark } }];
      try {
        const body = { fields, properties };
        const made = Made.parse(await jira(route`/rest/api/3/issue`, { method: 'POST', body }));
        return { id: made.id as IncidentId };
      } catch (error) {
        if (!(error instanceof IncidentError) || error.code !== 'refused') throw error;
        return { refusal: refusalOf(error, choosing.map) };
      }
    },
    find: (mark) => findByMark(jira, deps, mark),
    async fill(incident, field, wanted) {
      const choosing = await choosingFrom(deps);
      if (field === 'description') {
        await describe(jira, incident.id, wanted.join('\n\n'));
        return [];
      }
      const { ids, missing } = optionsFor(field, wanted, choosing);
      const before = field === 'affectedProducts' ? (incident.affectedProducts ?? []) : [];
      const fields = valueOf(field, [...before.map(({ id }) => id), ...ids], choosing.map);
      if (ids.length > 0) await edit(jira, incident.id, fields);
      return missing;
    },
  };
}

async function findByMark(
  jira: Jira,
  { siteMaps }: Pick<Deps, 'siteMaps'>,
  mark: string,
): Promise<IncidentId | undefined> {
  const { projectId } = await siteMaps.get();
  const jql = `project = ${projectId} AND issue.property[${PROPERTY}].alert = "${mark}"`;
  const body = { jql, maxResults: 50, fields: ['creator'] };
  const answer = await jira(route`/rest/api/3/search/jql`, { method: 'POST', body });
  // Whoever edits an issue can write the mark of another one on it.
  const { issues } = Found.parse(answer);
  const ours = issues.find(({ fields }) => fields.creator?.accountType === 'app');
  return ours?.id as IncidentId | undefined;
}

async function choosingFrom({ siteMaps, settings, optionMaps }: Deps): Promise<Choosing> {
  const [map, saved, services, products] = await Promise.all([
    siteMaps.get(),
    settings.get(),
    optionMaps.find('faultyService'),
    optionMaps.find('affectedProducts'),
  ]);
  return {
    map,
    settings: saved.settings,
    options: { faultyService: services?.options ?? {}, affectedProducts: products?.options ?? {} },
  };
}

function fieldsOf(wish: Wish, choosing: Choosing): Record<string, unknown> {
  const [text] = wish.description ?? [];
  const chosen = CHOICES.map((field) => {
    const wanted = wish[field] ?? [];
    const { ids } = optionsFor(field, wanted, choosing);
    const unknown =
      field === 'faultyService' && wanted.length > 0 ? unknownOption(choosing) : undefined;
    const known = ids.length > 0 || unknown === undefined ? ids : [unknown];
    return known.length > 0 ? valueOf(field, known, choosing.map) : {};
  });
  return Object.assign({}, ...chosen, text ? { description: inDocument(text) } : {}) as Record<
    string,
    unknown
  >;
}

const CHOICES: readonly ChoiceField[] = ['severity', 'faultyService', 'affectedProducts'];

/** Nothing where the site does without the field. */
function valueOf(field: ChoiceField, ids: readonly string[], { fields }: SiteMap) {
  const id = fields[field];
  if (id === undefined) return {};
  const options = [...new Set(ids)].map((option) => ({ id: option }));
  return { [id]: field === 'affectedProducts' ? options : options[0] };
}

function refusalOf({ details: { subject, fields = {} } }: IncidentError, map: SiteMap): Refusal {
  const reasons = DECLARED_FIELDS.flatMap((field) => {
    const reason = fields[field === 'description' ? field : (map.fields[field] ?? '')];
    return reason === undefined ? [] : [[field, reason] as const];
  });
  return { fields: Object.fromEntries(reasons), said: subject ?? null };
}

async function edit(jira: Jira, id: IncidentId, fields: object): Promise<void> {
  if (Object.keys(fields).length === 0) return;
  await jira(route`/rest/api/3/issue/${id}`, { method: 'PUT', body: { fields } });
}

/** What somebody wrote there meanwhile stays. */
async function describe(jira: Jira, id: IncidentId, text: string): Promise<void> {
  const answer = await jira(route`/rest/api/3/issue/${id}?fields=description`);
  const { description } = Described.parse(answer).fields;
  if (description === null || description === undefined) {
    await edit(jira, id, { description: inDocument(text) });
  }
}
