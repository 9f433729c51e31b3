import { z } from 'zod';
import { type AdminContract, type UnreadView } from '../../contract/admin';
import { type IncidentId, incidentId } from '../../domain/incident/incident';
import { iso } from '../../domain/time';
import { isNotFound } from '../../usecases/incident/note-deleted';
import { lookAgain } from '../../usecases/incident/set-aside';
import { type ForAdmin } from '../../wiring/admin';
import { guardedForAdmins } from '../guard';

const Nothing = z.object({});
const One = z.strictObject({ incident: z.string().regex(/^[1-9]\d{0,18}$/) });

/** Incidents that the app cannot read: the list, and what an administrator does about it. */
export function unreadFunctions(wiring: ForAdmin) {
  return {
    getUnread: guardedForAdmins(wiring, { input: Nothing }, () => view(wiring)),
    lookAgain: guardedForAdmins(wiring, { input: Nothing }, async () => {
      await lookAgain(wiring);
      return view(wiring);
    }),
    forgetUnread: guardedForAdmins(wiring, { input: One }, async ({ input }) => {
      const incident = incidentId(input.incident);
      if (!(await isNotFound(wiring.incidents, incident))) return view(wiring);
      // The app looks for itself once more before anything goes.
      await wiring.jobs.handOver({ kind: 'deleted', incident });
      return view(wiring, incident);
    }),
  } satisfies Partial<Record<keyof AdminContract, unknown>>;
}

/** @param without is about to be forgotten */
async function view({ unreadIncidents, now }: ForAdmin, without?: IncidentId): Promise<UnreadView> {
  const [{ count, more }, oldest] = await Promise.all([
    unreadIncidents.total(),
    unreadIncidents.oldest(),
  ]);
  const unread = oldest.filter(({ id }) => id !== without);
  return {
    count: count - (oldest.length - unread.length),
    more,
    unread: unread.map(({ id, why, subject = null, triedAt }) => ({
      id,
      why,
      subject,
      triedAt: iso(triedAt),
    })),
    now: iso(now()),
  };
}
