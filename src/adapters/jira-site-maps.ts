import { route } from '@forge/api';
import { z } from 'zod';
import { IncidentError } from '../domain/errors';
import { type Phase } from '../domain/lifecycle';
import { type FieldName, type SiteMap } from '../ports/site-map';
import { type Jira } from './jira-http';

const PROJECT_KEY = 'HOT';
const ISSUE_TYPE = 'Incident';

/** The fields by the names that set-up gives them; TTD and TTR are the app's own and known by their module. */
const NATIVE_FIELDS: readonly (readonly [FieldName, string])[] = [
  ['severity', 'Severity'],
  ['impactStart', 'Impact start'],
  ['impactDetected', 'Impact detected'],
  ['impactRecovered', 'Impact recovered'],
];
const OWN_FIELDS: readonly (readonly [FieldName, string])[] = [
  ['timeToDetect', 'time-to-detect'],
  ['timeToRecovery', 'time-to-recovery'],
];
const STATUSES: Readonly<Record<string, Phase>> = {
  New: 'new',
  Fixing: 'fixing',
  Resolved: 'resolved',
  Cancelled: 'cancelled',
};

const Fields = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    schema: z.object({ custom: z.string().optional() }).optional(),
  }),
);
const ProjectStatuses = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    statuses: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
);

/**
 * Finds an incident's words on a site by their names.
 *
 * @throws {IncidentError} `not-set-up` with the names of what is missing; `unavailable`
 */
export async function findSiteMap(jira: Jira): Promise<SiteMap> {
  const [fields, types] = await Promise.all([
    jira(route`/rest/api/3/field`).then((answer) => Fields.parse(answer)),
    jira(route`/rest/api/3/project/${PROJECT_KEY}/statuses`)
      .then((answer) => ProjectStatuses.parse(answer))
      .catch(noSuchProject),
  ]);
  const type = types.find(({ name }) => name === ISSUE_TYPE);
  const found = [...nativeFields(fields), ...ownFields(fields)];
  const missing = [
    ...(type ? [] : [`${PROJECT_KEY} ${ISSUE_TYPE}`]),
    ...found.filter(([, , id]) => id === undefined).map(([, name]) => name),
  ];
  if (!type || missing.length > 0) {
    throw new IncidentError('not-set-up', `Missing on this site: ${missing.join(', ')}`, {
      subject: missing.join(', '),
    });
  }
  return {
    issueTypeId: type.id,
    fields: Object.fromEntries(found.map(([key, , id]) => [key, id])) as SiteMap['fields'],
    phases: phasesOf(type.statuses),
  };
}

type Found = readonly [key: FieldName, name: string, id: string | undefined];

function nativeFields(fields: z.infer<typeof Fields>): Found[] {
  return NATIVE_FIELDS.map(([key, name]) => [
    key,
    name,
    fields.find((field) => field.name === name)?.id,
  ]);
}

function ownFields(fields: z.infer<typeof Fields>): Found[] {
  return OWN_FIELDS.map(([key, module]) => [
    key,
    module,
    fields.find(({ schema }) => schema?.custom?.endsWith(`/static/${module}`))?.id,
  ]);
}

function phasesOf(statuses: readonly { id: string; name: string }[]): Record<string, Phase> {
  return Object.fromEntries(
    statuses.flatMap(({ id, name }) => {
      const phase = STATUSES[name];
      return phase ? [[id, phase]] : [];
    }),
  );
}

function noSuchProject(error: unknown): z.infer<typeof ProjectStatuses> {
  if (error instanceof IncidentError && error.code === 'not-found') return [];
  throw error;
}
