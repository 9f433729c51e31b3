import { readWall, wallAt, type WallReading } from '../../../../src/contract';
import { type PastedNote } from './notes-parser';

export type PlacedNote = {
  readonly words: string;
  /** Absent: no time was said, or not one that can be told. */
  readonly at?: number;
  /** The clock shows the time twice that day: the moments, of which one is `at` where order or somebody tells which. */
  readonly twice?: { readonly first: number; readonly second: number };
  /** The time that was said, where the clock never shows it that day: `2026-03-29T02:30`. */
  readonly never?: string;
};

/** Which of two moments a line means, by its place among the notes. */
export type Turns = Readonly<Record<number, 'first' | 'second'>>;

type Where = {
  readonly day: string;
  readonly now: number;
  readonly timeZone: string;
  readonly turns?: Turns;
};

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const HALF_DAY_MINUTES = 720;

/**
 * The moments of pasted notes. Those without a day are of the given one; a clock that falls back by half a day or more
 * has passed midnight; what would lie in the future was the day before. A time that comes twice is the first one that
 * does not lie before the line above, where that is of the same hour; else somebody says which.
 *
 * @param day `2026-03-02`, on the viewer's calendar
 */
export function placed(
  notes: readonly PastedNote[],
  { day, now, timeZone, turns = {} }: Where,
): readonly PlacedNote[] {
  const found: PlacedNote[] = [];
  let current = day;
  let last: number | undefined;
  for (const [n, note] of notes.entries()) {
    const { clock, day: own, at, words } = onTheClockOf(note, timeZone);
    if (clock === undefined) {
      found.push({ words });
      continue;
    }
    const minutes = minutesOf(clock);
    if (own !== undefined) current = own;
    else if (last !== undefined && last - minutes >= HALF_DAY_MINUTES)
      current = plusDays(current, 1);
    last = minutes;
    const isToCome = own === undefined && earliest(readWall(`${current}T${clock}`, timeZone)) > now;
    // What comes after midnight is counted from the day that it was, not from the one that was chosen.
    if (isToCome) current = plusDays(current, -1);
    const wall = `${current}T${clock}`;
    const told = { above: found.at(-1), turn: turns[n] };
    const place = at === undefined ? placeOf(wall, readWall(wall, timeZone), told) : { at };
    found.push({ words, ...place });
  }
  return found;
}

/** The same moment by the reader's clock, where the line says whose clock it was. */
function onTheClockOf(note: PastedNote, timeZone: string): PastedNote & { readonly at?: number } {
  const { clock, day, ahead, words } = note;
  if (clock === undefined || day === undefined || ahead === undefined) return note;
  const at = Date.parse(`${day}T${clock}Z`) - ahead * MINUTE_MS;
  const [ownDay, ownClock] = wallAt(at, timeZone).split('T');
  return { words, day: ownDay, clock: ownClock, at };
}

function earliest(reading: WallReading): number {
  if (reading.is === 'once') return reading.at;
  return reading.is === 'twice' ? reading.first : -Infinity;
}

/** @param told the line above, which may tell which of two moments it is; and what somebody said of that */
function placeOf(
  wall: string,
  reading: WallReading,
  { above, turn }: { readonly above?: PlacedNote; readonly turn?: 'first' | 'second' },
): Omit<PlacedNote, 'words'> {
  if (reading.is === 'once') return { at: reading.at };
  if (reading.is !== 'twice') return reading.is === 'never' ? { never: wall } : {};
  const { first, second } = reading;
  const twice = { first, second };
  if (turn !== undefined) return { twice, at: twice[turn] };
  if (above?.at === undefined) return { twice };
  if (above.at > first) return above.at > second ? { twice } : { twice, at: second };
  return above.twice ? { twice, at: first } : { twice };
}

function plusDays(day: string, days: number): string {
  const moment = Date.parse(`${day}T00:00Z`);
  return Number.isNaN(moment) ? day : new Date(moment + days * DAY_MS).toISOString().slice(0, 10);
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
