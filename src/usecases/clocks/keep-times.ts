import { type ImpactTimes, TIME_NAMES } from '../../domain/clocks/clocks';
import { IncidentError } from '../../domain/errors';
import { type Refusals } from '../../domain/clocks/held';
import { type Incident } from '../../domain/incident/incident';
import { keeps } from '../../domain/time';
import { type Incidents } from '../../ports/incident/incidents';

/**
 * Asks Jira to hold these times. Where it refuses, because a field is not on the edit screen or the status cannot be
 * edited, each is asked for alone, so that one costs the others nothing. May be repeated.
 *
 * @returns what it did not keep, with its reasons.
 * @throws {IncidentError} as `Incidents.setTimes`, but for `refused` and `forbidden`
 */
export async function keepTimes(
  incidents: Incidents,
  incident: Incident,
  times: ImpactTimes,
): Promise<Refusals> {
  const changed = TIME_NAMES.filter((name) => !keeps(incident.times[name], times[name]));
  if (changed.length === 0) return {};
  const together = await refusal(() => incidents.setTimes(incident, times));
  if (together === undefined) return {};
  const [only, ...others] = changed;
  if (only && others.length === 0) return { [only]: together };
  const each = await Promise.all(
    changed.map(async (name) => {
      const alone = { ...incident.times, [name]: times[name] };
      return [name, await refusal(() => incidents.setTimes(incident, alone))] as const;
    }),
  );
  return Object.fromEntries(each.filter(([, reason]) => reason !== undefined));
}

/** Jira's reason, null for none; undefined when it agreed. */
async function refusal(ask: () => Promise<void>): Promise<string | null | undefined> {
  try {
    await ask();
    return undefined;
  } catch (error) {
    const refused = error instanceof IncidentError && ['refused', 'forbidden'].includes(error.code);
    if (!refused) throw error;
    return error.details.subject ?? null;
  }
}
