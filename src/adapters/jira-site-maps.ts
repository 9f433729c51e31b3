import { route } from '@forge/api';
import { z } from 'zod';
import { IncidentError } from '../domain/errors';
import { type Phase } from '../domain/lifecycle';
import { SEVERITIES } from '../domain/severity';
import { type FieldName, type SiteMap } from '../ports/site-map';
import { type Jira } from './jira-http';

const PROJECT_KEY = 'HOT';
const ISSUE_TYPE = 'Incident';

/** The fields by the names that set-up gives them; TTD and TTR are the app's own and known by their module. */
const NATIVE_FIELDS: readonly (readonly [FieldName, string])[] = [
  ['severity', 'Severity'],
  ['faultyService', 'Faulty service'],
  ['affectedProducts', 'Affected products'],
  ['drill', 'Drill'],
  ['chatChannel', 'Chat channel'],
  ['videoCall', 'Video call'],
  ['stateDocument', 'Incident state document'],
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
const CreateMeta = z.object({
  fields: z.array(
    z.object({
      fieldId: z.string(),
      allowedValues: z.array(z.object({ id: z.string(), value: z.string().optional() })).optional(),
    }),
  ),
});
const Project = z.object({ id: z.string() });
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
  const fieldIds = Object.fromEntries(found.map(([key, , id]) => [key, id])) as SiteMap['fields'];
  const project = await jira(route`/rest/api/3/project/${PROJECT_KEY}`);
  return {
    projectId: Project.parse(project).id,
    issueTypeId: type.id,
    fields: fieldIds,
    phases: phasesOf(type.statuses),
    severities: await severitiesOf(jira, type.id, fieldIds.severity),
  };
}

/** The level an option stands for: its label begins with the number ("1 – Critical"). */
async function severitiesOf(
  jira: Jira,
  issueTypeId: string,
  field: string,
): Promise<SiteMap['severities']> {
  const meta = CreateMeta.parse(
    await jira(route`/rest/api/3/issue/createmeta/${PROJECT_KEY}/issuetypes/${issueTypeId}`),
  );
  const options = meta.fields.find(({ fieldId }) => fieldId === field)?.allowedValues ?? [];
  return Object.fromEntries(
    options.flatMap(({ id, value = '' }) => {
      const level = SEVERITIES.find((severity) => value.startsWith(String(severity)));
      return level ? [[id, level]] : [];
    }),
  );
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
