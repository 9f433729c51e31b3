import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock } from '../core/clock';
import { type HotProject } from './hot-project';
import { type Rest } from './rest';

/** One incident of the past. Times and severities are those of real ones; names and summaries are invented. */
type PastIncident = {
  readonly impactStart: string;
  readonly detected: string;
  readonly recovered: string;
  readonly severity: 1 | 2 | 3;
  readonly service: string;
  readonly products: readonly string[];
  readonly summary: string;
};

/** How long people take from noticing to raising. */
const RAISED_AFTER_MS = 90_000;

const SEVERITIES = { 1: '1 – Critical', 2: '2 – Major', 3: '3 – Minor' } as const;

const WEEK_MS = 7 * 24 * 3_600_000;

/** @param until the last of it lies in the week before; by whole weeks, so that weekdays and hours stay what they were */
function past(until?: number): PastIncident[] {
  const file = readFileSync(join(__dirname, 'data', 'history.jsonl'), 'utf8');
  const all = file
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as PastIncident)
    .sort((a, b) => Date.parse(a.detected) - Date.parse(b.detected));
  if (until === undefined) return all;
  const last = all.reduce((latest, one) => Math.max(latest, lastOf(one)), 0);
  const shift = Math.floor((until - last) / WEEK_MS) * WEEK_MS;
  const moved = (moment: string) => spelled(Date.parse(moment) + shift);
  return all.map((one) => ({
    ...one,
    impactStart: moved(one.impactStart),
    detected: moved(one.detected),
    recovered: moved(one.recovered),
  }));
}

function lastOf({ detected, recovered }: PastIncident): number {
  return Math.max(Date.parse(detected) + RAISED_AFTER_MS, Date.parse(recovered));
}

/**
 * Three years of incidents, each raised a moment after it was detected and resolved when it was over, or at once
 * where it was noticed too late. The clock travels with them, so that Jira's own dates are right as well.
 *
 * @param until the last of them is over shortly before; absent: when they really were
 */
export async function addHistory(
  { projectId, issueTypeId, fields }: HotProject,
  people: readonly Rest[],
  clock: Clock,
  until?: number,
): Promise<void> {
  for (const [n, incident] of past(until).entries()) {
    const responder = people[n % people.length];
    if (!responder) return;
    const raised = Date.parse(incident.detected) + RAISED_AFTER_MS;
    clock.stop(raised);
    const { id } = await responder.post<{ id: string }>('/rest/api/3/issue', {
      fields: {
        project: { id: projectId },
        issuetype: { id: issueTypeId },
        summary: incident.summary,
        ...native(fields, 'Severity', { value: SEVERITIES[incident.severity] }),
        ...native(fields, 'Faulty service', { value: incident.service }),
        ...native(
          fields,
          'Affected products',
          incident.products.map((value) => ({ value })),
        ),
      },
    });
    const { accountId } = await responder.get<{ accountId: string }>('/rest/api/3/myself');
    await responder.put(`/rest/api/3/issue/${id}/assignee`, { accountId });
    clock.stop(Math.max(Date.parse(incident.recovered), raised));
    await responder.put(`/rest/api/3/issue/${id}`, {
      fields: {
        ...native(fields, 'Impact start', spelled(Date.parse(incident.impactStart))),
        ...native(fields, 'Impact detected', spelled(Date.parse(incident.detected))),
        ...native(fields, 'Impact recovered', spelled(Date.parse(incident.recovered))),
      },
    });
    await moveTo(responder, id, 'Resolved');
  }
}

/** A moment as a date-time field of Jira takes it. */
export const spelled = (moment: number): string =>
  new Date(moment).toISOString().replace('Z', '+0000');

/** A value under the id that the site gave the field of this name. */
export function native(fields: HotProject['fields'], name: string, value: unknown) {
  const id = fields[name];
  if (!id) throw new Error(`The site has no field ${name}`);
  return { [id]: value };
}

/** Moves an issue by the transition that leads to this status, with what its screen asks for. */
export async function moveTo(
  person: Rest,
  issue: string,
  status: string,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { transitions } = await person.get<{
    transitions: readonly { id: string; to: { name: string } }[];
  }>(`/rest/api/3/issue/${issue}/transitions`);
  const transition = transitions.find(({ to }) => to.name === status);
  if (!transition) throw new Error(`Nothing leads to ${status}`);
  await person.post(`/rest/api/3/issue/${issue}/transitions`, {
    transition: { id: transition.id },
    fields,
  });
}
