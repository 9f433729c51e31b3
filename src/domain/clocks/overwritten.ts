import { type ImpactTimes, TIME_NAMES, type TimeName } from './clocks';
import { type Change, type History, isInto, resolvings } from '../incident/history';
import { type Incident } from '../incident/incident';
import { type Notes, type TimeNote } from './notes';
import { type Instant, keeps, MINUTE_MS } from '../time';

/**
 * What people wrote and the app wrote over. Jira has no write on condition: between the app's look at an issue and its
 * write somebody may have written the very field. The change log shows it, as a change by the app away from what a
 * person had put there.
 *
 * @returns the times and notes as if the app had not: who wrote it and when is noted. Asked again after that was put
 *   back, it finds nothing.
 */
export function withoutOverwriting(
  { times, created }: Pick<Incident, 'times' | 'created'>,
  notes: Notes,
  history: History,
): { readonly times: ImpactTimes; readonly notes: Notes } {
  const lost = TIME_NAMES.flatMap((name) => {
    const note = overwritten(name, { created, notes, history });
    return note ? [[name, note] as const] : [];
  });
  return {
    times: { ...times, ...Object.fromEntries(lost.map(([name, { moment }]) => [name, moment])) },
    notes: { ...notes, times: { ...notes.times, ...Object.fromEntries(lost) } },
  };
}

type About = Pick<Incident, 'created'> & { readonly notes: Notes; readonly history: History };

function overwritten(name: TimeName, { created, notes, history }: About): TimeNote | undefined {
  const last = history.findLastIndex(({ times }) => times?.[name] !== undefined);
  const moment = writtenOver(name, history[last], { created, history });
  if (moment === undefined) return undefined;
  const set = history.findLastIndex(({ times }, at) => at < last && times?.[name] !== undefined);
  // What an issue was made with is in no change.
  const { by, at } = history[set] ?? { by: undefined, at: created };
  if (by?.isApp === true || isPast(name, set, history.slice(0, last))) return undefined;
  if (isKnown(notes, { name, moment, at })) return undefined;
  return { moment, source: 'changelog', by: by?.id, at };
}

/**
 * What was there before the app wrote unasked: what stands in, the creation for the detection and the transition for
 * the recovery, or what it puts back, which a person had written before. Other apps and automations write too, and mean
 * it; what they put there stays.
 */
function writtenOver(
  name: TimeName,
  change: Change | undefined,
  { created, history }: Omit<About, 'notes'>,
): Instant | undefined {
  const { from, to } = change?.times?.[name] ?? {};
  const unasked = history.flatMap(({ phase, times, by, at }) => {
    const standsIn = name === 'impactRecovered' && isInto(phase) ? [at] : [];
    return by?.isApp ? standsIn : [...standsIn, times?.[name]?.to ?? undefined];
  });
  if (name === 'impactDetected') unasked.push(created);
  const isUnasked =
    to !== undefined && to !== null && unasked.some((at) => at !== undefined && keeps(to, at));
  return change?.by?.isApp === true && isUnasked ? (from ?? undefined) : undefined;
}

/** A recovery from before the incident came back is out of date, and the app's to take away. */
function isPast(name: TimeName, set: number, before: History): boolean {
  return name === 'impactRecovered' && set < resolvings(before).left;
}

type Written = { readonly name: TimeName; readonly moment: Instant; readonly at: Instant };

/** It was seen, and something else was said in our surfaces instead, which the app then wrote: nothing is lost. */
function isKnown({ times, former }: Notes, { name, moment, at }: Written): boolean {
  const note = times[name];
  const isSaidSince =
    note !== undefined && note.at > at && ['person', 'alert'].includes(note.source);
  return (
    isSaidSince ||
    former.some((one) => {
      const isSame = one.name === name && keeps(moment, one.moment ?? undefined);
      // What the change log says is by the same clock; what was said in our surfaces is by ours.
      const isByOurs = one.source !== 'changelog' || one.by === undefined;
      return isSame && one.at >= (isByOurs ? at - MINUTE_MS : at);
    })
  );
}
