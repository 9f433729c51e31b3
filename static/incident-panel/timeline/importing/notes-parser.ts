/** A line of pasted notes: when it was, by the clock on the wall or as machines write it, and what it says. */
export type PastedNote = {
  /** `14:05`; absent: no line before it had a time. */
  readonly clock?: string;
  /** `2026-03-02`, where the line says it. */
  readonly day?: string;
  /** Minutes that this clock is ahead of UTC, where the line says so; absent: it is the reader's clock. */
  readonly ahead?: number;
  readonly words: string;
};

const BULLET = /^\s*[-*+•‣–—]?\s*/;
/** A list's number goes only where a time follows: elsewhere it may belong to the words. */
const NUMBER = /^\d{1,3}[.)]\s+/;
const DAY = /(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))[,T\s]\s*/.source;
const CLOCK = /(\d{1,2})(?::(\d{2})(?::\d{2}(?:[.,]\d+)?)?|\.(\d{2})(?=\s*Uhr))/.source;
const AFTER = /(?:\s*(a\.?m\.?|p\.?m\.?)(?![\p{L}\d]))?(?:\s*(?:Uhr|h)(?![\p{L}\d]))?/u.source;
const TIME = new RegExp(`^[\\[(]?(?:${DAY})?${CLOCK}(?!\\d)${AFTER}[\\])]?`, 'iu');
/** Only behind a day and a `T`: "14:05-14:30" is a span of time. */
const MACHINE_TIME = /\dT\d/;
const OFFSET = /^(?:Z|([+-])(\d{2})(?::?(\d{2}))?)(?![\p{L}\d])[\])]?/u;
const BETWEEN = /^\s*(?:[-–—:|,]\s*)?/;

/**
 * Reads notes as people keep them: a line each, with its time in front ("14:05 …", "2:05 PM …",
 * "[2026-03-02 14:05] …", "14.05 Uhr …"; as machines do, "2026-03-02T14:05:00Z …"), bullets or none. A line without a time belongs to the one before. No words are
 * lost, whatever is pasted; a time alone waits for the words on the next line.
 */
export function notesIn(text: string): readonly PastedNote[] {
  const notes: PastedNote[] = [];
  for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    if (line.trim() === '') continue;
    const note = timed(line);
    const last = notes.at(-1);
    if (note || !last) notes.push(note ?? { words: withoutBullet(line) });
    else notes[notes.length - 1] = { ...last, words: joined(last.words, withoutBullet(line)) };
  }
  return notes.map((note) => (note.words === '' ? { ...note, words: note.clock ?? '…' } : note));
}

function timed(line: string): PastedNote | undefined {
  const start = line.replace(BULLET, '');
  const found = TIME.exec(start) ?? TIME.exec(start.replace(NUMBER, ''));
  if (!found) return undefined;
  const [whole, year, month, day, germanDay, germanMonth, germanYear, hour, minute, dotted, half] =
    found;
  const clock = clockOf(Number(hour), Number(minute ?? dotted), half?.[0]?.toLowerCase());
  const date = dateOf(year ?? germanYear, month ?? germanMonth, day ?? germanDay);
  if (clock === undefined || date === false) return undefined;
  const rest = found.input.slice(whole.length);
  const offset = MACHINE_TIME.test(whole) ? OFFSET.exec(rest) : null;
  const words = rest
    .slice(offset?.[0].length ?? 0)
    .replace(BETWEEN, '')
    .trim();
  return {
    clock,
    words,
    ...(date && { day: date }),
    ...(offset && { ahead: aheadIn(offset) }),
  };
}

function aheadIn([, sign, hours = '0', minutes = '0']: RegExpExecArray): number {
  const minutesAway = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -minutesAway : minutesAway;
}

function clockOf(hour: number, minute: number, half: string | undefined): string | undefined {
  if (minute > 59 || hour > (half ? 12 : 23) || (half && hour === 0)) return undefined;
  const hours = half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour;
  return `${two(hours)}:${two(minute)}`;
}

/** False for a day that no calendar has. */
function dateOf(year?: string, month?: string, day?: string): string | false | undefined {
  if (year === undefined) return undefined;
  const text = `${year}-${two(Number(month))}-${two(Number(day))}`;
  const date = new Date(`${text}T00:00Z`);
  return Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text) ? false : text;
}

function withoutBullet(line: string): string {
  const rest = line.replace(BULLET, '').trim();
  return rest === '' ? line.trim() : rest;
}

function joined(before: string, more: string): string {
  return before === '' ? more : `${before}\n${more}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
