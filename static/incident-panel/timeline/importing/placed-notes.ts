import { fromLocalInput, toLocalInput } from '../../../kit/texts/moments';
import { dayOf } from '../times';
import { type PastedNote } from './notes-parser';

export type PlacedNote = {
  readonly words: string;
  /** Absent: no time was said. */ readonly at?: number;
};

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const HALF_DAY_MINUTES = 720;

/**
 * The moments of pasted notes. Those without a day are of the given one; a clock that falls back by half a day or more
 * has passed midnight; what would lie in the future was the day before.
 *
 * @param day `2026-03-02`, on the viewer's calendar
 */
export function placed(
  notes: readonly PastedNote[],
  { day, now, timeZone }: { readonly day: string; readonly now: number; readonly timeZone: string },
): readonly PlacedNote[] {
  let current = day;
  let last: number | undefined;
  return notes.map((note) => {
    const { clock, day: own, words } = onTheClockOf(note, timeZone);
    if (clock === undefined) return { words };
    const minutes = minutesOf(clock);
    if (own !== undefined) current = own;
    else if (last !== undefined && last - minutes >= HALF_DAY_MINUTES)
      current = plusDays(current, 1);
    last = minutes;
    const at = momentOf(current, clock, timeZone);
    if (at === undefined) return { words };
    const isToCome = own === undefined && at > now;
    const before = isToCome ? momentOf(plusDays(current, -1), clock, timeZone) : at;
    // What comes after midnight is counted from the day that it was, not from the one that was chosen.
    if (isToCome) current = dayOf(before ?? at, { timeZone });
    return { words, at: before ?? at };
  });
}

/** The same moment by the reader's clock, where the line says whose clock it was. */
function onTheClockOf(note: PastedNote, timeZone: string): PastedNote {
  const { clock, day, ahead } = note;
  if (clock === undefined || day === undefined || ahead === undefined) return note;
  const moment = Date.parse(`${day}T${clock}Z`) - ahead * MINUTE_MS;
  const [ownDay, ownClock] = toLocalInput(new Date(moment).toISOString(), { timeZone }).split('T');
  return { words: note.words, day: ownDay, clock: ownClock };
}

function momentOf(day: string, clock: string, timeZone: string): number | undefined {
  const iso = fromLocalInput(`${day}T${clock}`, { timeZone });
  return iso === undefined ? undefined : Date.parse(iso);
}

function plusDays(day: string, days: number): string {
  const moment = Date.parse(`${day}T00:00Z`);
  return Number.isNaN(moment) ? day : new Date(moment + days * DAY_MS).toISOString().slice(0, 10);
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
