import { z } from 'zod';
import { type ImpactTimes, TIME_NAMES } from '../../domain/clocks/clocks';
import { IncidentError } from '../../domain/errors';
import {
  type Choice,
  type Incident,
  type IncidentId,
  type PersonId,
  ROOMS,
} from '../../domain/incident/incident';
import { type Severity } from '../../domain/incident/severity';
import { type Instant, instant } from '../../domain/time';
import { type SiteMap } from '../../ports/set-up/site-map';

/** What we read of an issue; custom fields are looked at one by one, because their ids differ by site. */
const IssueAnswer = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.looseObject({
    summary: z.string(),
    created: z.string(),
    updated: z.string().nullish(),
    statuscategorychangedate: z.string().nullish(),
    project: z.object({ id: z.string() }),
    issuetype: z.object({ id: z.string() }),
    status: z.object({ id: z.string(), name: z.string().optional() }),
    assignee: z.object({ accountId: z.string(), displayName: z.string() }).nullish(),
  }),
  properties: z.looseObject({ incident: z.unknown() }).partial().optional(),
});

/** Anybody may have written it. */
const ListedShape = z.object({
  phase: z.string(),
  severity: z.number().optional(),
  ledSince: z.string().optional(),
  nextUpdateDue: z.string().optional(),
  lastUpdate: z.string().optional(),
});

export const Transitions = z.object({
  transitions: z.array(z.object({ id: z.string(), to: z.object({ id: z.string() }) })),
});

const Option = z.object({ id: z.string(), value: z.string().default('') });
/** A moment, or an address. */
const Moment = z.string().nullish();
const Minutes = z.number().nullish();

/**
 * An issue in the words of the field.
 *
 * @throws {IncidentError} `not-an-incident` for another type of issue or another project; `status-unknown` for a status that
 *   stands for no phase, `details.subject` its name; `unreadable` where the answer is none, or a value none of its field
 */
export function incidentFrom(answer: unknown, map: SiteMap): Incident {
  try {
    return incidentOf(IssueAnswer.parse(answer), map);
  } catch (cause) {
    const isOdd = cause instanceof z.ZodError || isNoMoment(cause);
    if (!isOdd) throw cause;
    throw new IncidentError('unreadable', 'Jira’s answer about an incident cannot be read', {
      cause,
    });
  }
}

function isNoMoment(error: unknown): boolean {
  return error instanceof IncidentError && error.code === 'invalid-input';
}

function incidentOf(
  { id, key, fields, properties }: z.infer<typeof IssueAnswer>,
  map: SiteMap,
): Incident {
  const isOurs = fields.project.id === map.projectId && fields.issuetype.id === map.issueTypeId;
  if (!isOurs) {
    throw new IncidentError('not-an-incident', `${key} is not an incident`, { subject: key });
  }
  const phase = map.phases[fields.status.id];
  if (!phase) {
    const { id: status, name: subject = status } = fields.status;
    throw new IncidentError('status-unknown', `Status ${status} stands for no phase`, { subject });
  }
  const { assignee } = fields;
  return {
    id: id as IncidentId,
    key,
    summary: fields.summary,
    severity: severityFrom(Option.nullish().parse(fields[map.fields.severity])?.id, map),
    phase,
    ...choicesFrom(fields, map),
    rooms: roomsFrom(fields, map),
    ...(isDrill(fields, map) && { isDrill: true as const }),
    incidentManager: assignee
      ? { id: assignee.accountId as PersonId, name: assignee.displayName }
      : undefined,
    created: instant(fields.created),
    statusSince: momentOf(fields.statuscategorychangedate),
    updated: momentOf(fields.updated),
    listed: ListedShape.safeParse(properties?.incident).data,
    times: timesFrom(fields, map),
    figures: {
      ttdMinutes: Minutes.parse(fields[map.fields.timeToDetect]) ?? undefined,
      ttrMinutes: Minutes.parse(fields[map.fields.timeToRecovery]) ?? undefined,
    },
  };
}

function timesFrom(fields: Readonly<Record<string, unknown>>, map: SiteMap): ImpactTimes {
  const read = TIME_NAMES.map((name) => [name, Moment.parse(fields[map.fields[name]])] as const);
  return Object.fromEntries(
    read.flatMap(([name, text]) => (typeof text === 'string' ? [[name, instant(text)]] : [])),
  );
}

function choicesFrom(
  fields: Readonly<Record<string, unknown>>,
  { fields: { faultyService, affectedProducts } }: SiteMap,
): Pick<Incident, 'faultyService' | 'affectedProducts'> {
  const service = faultyService && Option.nullish().parse(fields[faultyService]);
  const products = affectedProducts && Option.array().nullish().parse(fields[affectedProducts]);
  return {
    ...(faultyService && { faultyService: service ? choice(service) : null }),
    ...(affectedProducts && { affectedProducts: (products ? products : []).map(choice) }),
  };
}

function roomsFrom(
  fields: Readonly<Record<string, unknown>>,
  { fields: ids }: SiteMap,
): NonNullable<Incident['rooms']> {
  const read = ROOMS.map((room) => [room, Moment.parse(fields[ids[room] ?? ''])] as const);
  return Object.fromEntries(read.filter(([, address]) => address));
}

/** The field has one box, and it is ticked. */
function isDrill(fields: Readonly<Record<string, unknown>>, { fields: { drill } }: SiteMap) {
  const ticked = drill && Option.array().nullish().parse(fields[drill]);
  return Boolean(ticked && ticked.length > 0);
}

function choice({ id, value }: z.infer<typeof Option>): Choice {
  return { id, name: value };
}

function momentOf(text: string | null | undefined): Instant | undefined {
  return typeof text === 'string' ? instant(text) : undefined;
}

/** The level an option stands for; an option that is not on the scale stands for none. */
function severityFrom(option: string | undefined, { severities }: SiteMap): Severity | undefined {
  return option === undefined ? undefined : severities[option];
}
