import { type Clock } from '../core/clock';
import { moveTo, native, spelled } from './history';
import { type OwnProject } from './own-project';
import { type Rest } from './rest';

/** How an outage went on: over with all its times, without the end, without the beginning; taken up again; none at all. */
type Fate = 'over' | 'no end' | 'no start' | 'again' | 'rejected';

type Outage = readonly [
  summary: string,
  level: 'P1' | 'P2' | 'P3' | 'P4',
  component: string,
  /** From started to noticed, and from noticed to over. */
  minutes: readonly [number, number],
  fate: Fate,
];

const OUTAGES: readonly Outage[] = [
  ['Checkout answers with errors', 'P1', 'Checkout', [6, 74], 'over'],
  ['Card payments are declined', 'P1', 'Payments', [11, 52], 'again'],
  ['Couriers see no routes', 'P2', 'Delivery planning', [25, 130], 'over'],
  ['Search finds nothing in Dublin', 'P3', 'Catalogue search', [40, 95], 'over'],
  ['Night import of prices is late', 'P4', 'Data platform', [180, 240], 'no end'],
  ['Sign-in by mail link fails', 'P2', 'Accounts and sign-in', [9, 61], 'over'],
  ['Baskets are empty after an update', 'P2', 'Basket', [14, 33], 'over'],
  ['Push messages arrive twice', 'P4', 'Notifications', [65, 300], 'no start'],
  ['Warehouse scanners lose the network', 'P2', 'Network', [4, 47], 'over'],
  ['The partner portal is slow', 'P3', 'Partner API', [90, 210], 'over'],
  ['An alarm about disks that are not there', 'P4', 'Compute platform', [5, 12], 'rejected'],
  ['Vouchers are taken twice', 'P3', 'Checkout', [33, 120], 'again'],
  ['The app does not start on old phones', 'P3', 'Mobile gateway', [120, 400], 'over'],
  ['Refunds wait for hours', 'P2', 'Payments', [50, 190], 'over'],
  ['Recommendations show sold-out goods', 'P4', 'Recommendations', [240, 600], 'no end'],
  ['Delivery slots vanish at noon', 'P1', 'Delivery planning', [8, 88], 'over'],
  ['Tills cannot print receipts', 'P3', 'Network', [15, 45], 'over'],
  ['A test that paged everybody', 'P4', 'Notifications', [1, 9], 'rejected'],
  ['Orders from Toronto are stuck', 'P1', 'Checkout', [17, 110], 'no start'],
  ['The shop shows yesterday’s prices', 'P2', 'Catalogue search', [55, 140], 'over'],
];

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Twenty outages, one every nine days, the last nine days ago. The clock travels with them and is left where it got. */
export async function addOutages(
  project: OwnProject,
  people: readonly Rest[],
  clock: Clock,
): Promise<void> {
  const end = clock.now();
  for (const [n, outage] of OUTAGES.entries()) {
    const person = people[n % people.length];
    if (!person) throw new Error('Nobody is there to work on outages');
    await live(project, person, clock, end - (OUTAGES.length - n) * 9 * DAY, outage);
  }
}

async function live(
  project: OwnProject,
  person: Rest,
  clock: Clock,
  noticed: number,
  outage: Outage,
): Promise<void> {
  const [, , , [, after], fate] = outage;
  const over = noticed + after * MINUTE;
  const end = (at: number) => native(project.fields, 'Over at', spelled(at));
  clock.stop(noticed + 2 * MINUTE);
  const id = await raise(project, person, noticed, outage);
  if (fate === 'rejected') {
    clock.stop(over);
    await moveTo(person, id, 'Rejected');
    return;
  }
  clock.stop(noticed + 4 * MINUTE);
  await begin(project, person, id, noticed, outage);
  if (fate === 'again') {
    clock.stop(over - MINUTE);
    await moveTo(person, id, 'Done', end(over - 2 * MINUTE));
    clock.stop(over + 20 * MINUTE);
    await moveTo(person, id, 'Working');
  }
  clock.stop(over + (fate === 'again' ? 90 : 3) * MINUTE);
  await moveTo(person, id, 'Done', fate === 'no end' ? {} : end(over));
}

/** Whoever raises it does not know yet how bad it is. @returns its id. */
async function raise(
  { projectId, issueTypeId, fields }: OwnProject,
  person: Rest,
  noticed: number,
  [summary]: Outage,
): Promise<string> {
  const { id } = await person.post<{ id: string }>('/rest/api/3/issue', {
    fields: {
      project: { id: projectId },
      issuetype: { id: issueTypeId },
      summary,
      ...native(fields, 'Impact level', { value: 'P4' }),
      ...native(fields, 'Noticed at', spelled(noticed)),
    },
  });
  const { accountId } = await person.get<{ accountId: string }>('/rest/api/3/myself');
  await person.put(`/rest/api/3/issue/${id}/assignee`, { accountId });
  return id;
}

async function begin(
  { fields }: OwnProject,
  person: Rest,
  id: string,
  noticed: number,
  [, level, component, [before], fate]: Outage,
): Promise<void> {
  const started = native(fields, 'Started at', spelled(noticed - before * MINUTE));
  await moveTo(person, id, 'Working');
  await person.put(`/rest/api/3/issue/${id}`, {
    fields: {
      ...native(fields, 'Impact level', { value: level }),
      ...native(fields, 'Component at fault', { value: component }),
      ...(fate === 'no start' ? {} : started),
    },
  });
}
