import { IncidentError } from '../../domain/errors';
import { type IncidentId } from '../../domain/incident/incident';
import { MINUTE_MS, type Instant } from '../../domain/time';
import {
  type Alert,
  type AlertGroup,
  type AlertGroups,
  type Alerts,
} from '../../ports/declaring/alerts';
import { type Incidents } from '../../ports/incident/incidents';
import { standOf } from './stand-of';

type Deps = {
  readonly alerts: Pick<Alerts, 'get'>;
  readonly alertGroups: AlertGroups;
  readonly incidents: Pick<Incidents, 'get'>;
};

/** Who writes a group at the same moment are few: jobs of one group run one after the other. */
const TRIES = 5;
/** When the last alert came in need not be known more exactly. */
const EXACT_MS = MINUTE_MS;
/** The one before it is about to be an incident. */
const LEADER_WAIT_MS = 5000;

/**
 * The place of an alert among those of its outage: it `leads` where it is the first, and is to be made an incident; it
 * `joins` the open incident of the others; or the first one `waits`, and it with it.
 */
export type PlaceInGroup =
  | { readonly is: 'leads' }
  | { readonly is: 'joins'; readonly incident: IncidentId }
  | { readonly is: 'waits'; readonly reason: Alert['reason'] };

/**
 * Finds that place; of many at once one leads. May be repeated.
 *
 * @throws {IncidentError} `unavailable` also while the first one is about to be an incident; as `Incidents.get`
 */
export async function placeInGroup(deps: Deps, alert: Alert): Promise<PlaceInGroup> {
  const { group: of, id, mark, receivedAt } = alert;
  if (!of) return { is: 'leads' };
  for (let n = 0; n < TRIES; n += 1) {
    const group = await deps.alertGroups.get(of.key);
    if (group?.leader === id && group.mark === mark) return { is: 'leads' };
    const place = group && (await placeBehind(deps, alert, group));
    if (group && place?.is === 'joins') {
      await touched(deps.alertGroups, of.key, { group, at: receivedAt });
    }
    if (place) return place;
    const leads = { leader: id, mark, lastAt: receivedAt };
    if (await deps.alertGroups.put(of.key, leads, group)) return { is: 'leads' };
  }
  throw new IncidentError('unavailable', 'Others wrote this group again and again');
}

/** @returns undefined where that outage is over */
async function placeBehind(
  { alerts, incidents }: Deps,
  { group: of, receivedAt }: Alert,
  { leader, mark, lastAt, ...group }: AlertGroup,
): Promise<PlaceInGroup | undefined> {
  if (receivedAt - lastAt > (of?.windowMinutes ?? 0) * MINUTE_MS) return undefined;
  const first = group.incident === undefined ? await alerts.get(leader) : undefined;
  const incident = group.incident ?? first?.incident;
  if (incident !== undefined) {
    const isOpen = (await standOf(incidents, incident)) === 'open';
    return isOpen ? { is: 'joins', incident } : undefined;
  }
  // It is no incident and not about to be one either: it was told anew, and has another place.
  if (first?.mark !== mark) return undefined;
  if (first.state === 'waiting') return { is: 'waits', reason: first.reason };
  throw new IncidentError('unavailable', 'The first alert of this outage is no incident yet', {
    retryAfterMs: LEADER_WAIT_MS,
  });
}

/** Says which incident the alerts of this outage belong to, unless another alert leads by now. */
export async function leadGroup(
  groups: AlertGroups,
  { group: of, id, mark }: Alert,
  incident: IncidentId,
): Promise<void> {
  if (!of) return;
  for (let n = 0; n < TRIES; n += 1) {
    const group = await groups.get(of.key);
    if (group?.leader !== id || group.mark !== mark || group.incident !== undefined) return;
    const { revision: _, ...rest } = group;
    if (await groups.put(of.key, { ...rest, incident }, group)) return;
  }
}

/** One of its alerts came in again: the window begins anew. */
export async function touchGroup(
  groups: AlertGroups,
  { group: of, incident }: Alert,
  at: Instant,
): Promise<void> {
  const group = of && (await groups.get(of.key));
  // An alert of an outage before keeps no other one open.
  if (!group || (incident !== undefined && group.incident !== incident)) return;
  await touched(groups, of.key, { group, at });
}

/** Whoever was faster has said the same. */
async function touched(
  groups: AlertGroups,
  key: string,
  { group, at }: { readonly group: AlertGroup; readonly at: Instant },
): Promise<void> {
  const { revision: _, ...rest } = group;
  if (at - group.lastAt >= EXACT_MS) await groups.put(key, { ...rest, lastAt: at }, group);
}
