import { native } from '../../sandbox/seeds/history';
import { hotProject, type HotProject } from '../../sandbox/seeds/hot-project';
import { type Rest } from '../../sandbox/seeds/rest';
import { type Site } from '../../sandbox/site/site';
import { rest } from './site';

/** An incident of the past, as it was made: what a test may compare with. Moments are epoch milliseconds. */
export type OldIncident = {
  readonly id: string;
  readonly key: string;
  readonly severity: 1 | 2 | 3;
  readonly created: number;
  readonly impactStart: number;
  readonly impactDetected: number;
  /** Of the field; absent where nobody filled it in. */
  readonly impactRecovered: number | undefined;
  /** When it became Resolved for the last time. */
  readonly resolved: number;
  readonly reopened: boolean;
};

const SEVERITIES = { 1: '1 – Critical', 2: '2 – Major', 3: '3 – Minor' } as const;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
type Making = {
  readonly site: Site;
  readonly hot: HotProject;
  readonly dana: Rest;
  readonly move: Move;
};

/** As many as Jira takes in one call. */
const BATCH = 50;

/**
 * Resolved incidents with their change logs, made over REST in bulk, with the clock taken along: raised in batches,
 * begun, given their times, resolved, every tenth of them twice. The app hears of none of it, as if it was not there
 * yet. The clock stands where it stood before.
 *
 * @param options.until the batches come once a day and end the day before this moment.
 */
export async function addOldIncidents(
  site: Site,
  { count = 5000, until = site.clock.now() }: { count?: number; until?: number } = {},
): Promise<readonly OldIncident[]> {
  const { now, running } = { now: site.clock.now(), running: site.clock.running };
  const [hot, dana] = [await hotProject(rest(site, 'ada')), rest(site, 'dana')];
  const making = { site, hot, dana, move: mover(site, dana) };
  site.faults.add({ target: 'event-drop', rate: 1 });
  const made: OldIncident[] = [];
  const batches = Math.ceil(count / BATCH);
  for (let batch = 0; batch < batches; batch += 1) {
    const created = until - (batches - batch) * 24 * HOUR;
    const size = Math.min(BATCH, count - made.length);
    made.push(...(await addBatch(making, created, size, batch)));
  }
  site.faults.clear('event-drop');
  site.clock.stop(now);
  if (running) site.clock.start();
  return made;
}

type Told = { readonly issues: readonly { readonly id: string; readonly key: string }[] };
type Status = 'New' | 'Fixing' | 'Resolved';
/** Moves an issue from a status to another, at a moment. */
type Move = (id: string, from: Status, to: Status, at: number) => Promise<void>;

async function addBatch(
  { site, hot, dana, move }: Making,
  created: number,
  size: number,
  batch: number,
): Promise<OldIncident[]> {
  site.clock.stop(created);
  const { issues } = await dana.post<Told>('/rest/api/3/issue/bulk', {
    issueUpdates: Array.from({ length: size }, (_, at) => ({ fields: raisedAs(hot, batch, at) })),
  });
  const incidents = issues.map(({ id, key }, at) => {
    const times = timesOf(created, batch * BATCH + at);
    return { id, key, severity: severityOf(at), created, ...times };
  });
  for (const incident of incidents) await live({ site, hot, dana, move }, incident);
  return incidents;
}

const severityOf = (at: number): 1 | 2 | 3 => (at % 10 === 0 ? 1 : at % 3 === 0 ? 2 : 3);

function raisedAs({ projectId, issueTypeId, fields }: HotProject, batch: number, at: number) {
  return {
    project: { id: projectId },
    issuetype: { id: issueTypeId },
    summary: `Orders fail, day ${batch + 1}, no. ${at + 1}`,
    ...native(fields, 'Severity', { value: SEVERITIES[severityOf(at)] }),
  };
}

/** Begun up to an hour before it was raised, noticed on the way, over within ten hours. */
function timesOf(created: number, n: number) {
  const start = created - (5 + ((n * 7) % 55)) * MINUTE;
  const over = created + (10 + ((n * 13) % 590)) * MINUTE;
  const reopened = n % 10 === 9;
  return {
    impactStart: start,
    impactDetected: start + Math.floor((created - start) / 2 / MINUTE) * MINUTE,
    impactRecovered: n % 4 === 3 ? undefined : over,
    resolved: over + (reopened ? 2 * HOUR : 5 * MINUTE),
    reopened,
  };
}

/** From New to Resolved: the status twice or more, the times in between. */
async function live({ site, hot, dana, move }: Making, incident: OldIncident): Promise<void> {
  const { id, created, resolved, reopened } = incident;
  await move(id, 'New', 'Fixing', created + 3 * MINUTE);
  site.clock.stop(created + 5 * MINUTE);
  await dana.put(`/rest/api/3/issue/${id}`, { fields: timeFields(hot, incident) });
  if (reopened) {
    await move(id, 'Fixing', 'Resolved', resolved - HOUR);
    await move(id, 'Resolved', 'Fixing', resolved - HOUR / 2);
  }
  await move(id, 'Fixing', 'Resolved', resolved);
}

function timeFields({ fields }: HotProject, incident: OldIncident): Record<string, string> {
  const { impactStart, impactDetected, impactRecovered } = incident;
  const times = {
    ...native(fields, 'Impact start', impactStart),
    ...native(fields, 'Impact detected', impactDetected),
    ...(impactRecovered === undefined ? {} : native(fields, 'Impact recovered', impactRecovered)),
  };
  return Object.fromEntries(
    Object.entries(times).map(([field, at]) => [
      field,
      new Date(Number(at)).toISOString().replace('Z', '+0000'),
    ]),
  );
}

type Open = {
  readonly transitions: readonly { readonly id: string; readonly to: { readonly name: string } }[];
};

/** Asks for the transition that leads there only once for each status: the workflow is the same for all. */
function mover(site: Site, dana: Rest): Move {
  const known = new Map<string, string>();
  const find = async (path: string, to: Status): Promise<string> => {
    const { transitions } = await dana.get<Open>(path);
    const found = transitions.find((one) => one.to.name === to);
    if (!found) throw new Error(`Nothing leads to ${to}`);
    return found.id;
  };
  return async (id, from, to, at) => {
    const path = `/rest/api/3/issue/${id}/transitions`;
    const transition = known.get(`${from} ${to}`) ?? (await find(path, to));
    known.set(`${from} ${to}`, transition);
    site.clock.stop(at);
    await dana.post(path, { transition: { id: transition } });
  };
}
