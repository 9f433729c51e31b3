import { readTyped } from '../../../kit/texts/moments';
import { type Viewer } from '../../../kit/texts/texts';
import { type Written } from '../kinds';
import { type WrittenSaying } from '../unsaved';

export const MOMENTS = ['now', '5', '10', 'other'] as const;

/** What somebody is writing. */
export type Line = {
  readonly kind: Written;
  readonly text: string;
  readonly moment: (typeof MOMENTS)[number];
  /** The other moment, on the viewer's clock. */
  readonly other: string;
  readonly how: string;
  readonly why: string;
  readonly undo: string;
  /** The theory that it is about; empty: none. */
  readonly theory: string;
};

export const EMPTY: Line = {
  kind: 'observation',
  text: '',
  moment: 'now',
  other: '',
  how: '',
  why: '',
  undo: '',
  theory: '',
};

const MINUTE_MS = 60_000;

/** `unclear`: the viewer's clock never shows it, or twice; the field itself says so. */
export type WrongMoment = 'noMoment' | 'future' | 'unclear';

/** The moment it is about; undefined: now. What is wrong with it where there is none. */
export function momentOf(
  { moment, other }: Line,
  now: number,
  viewer: Pick<Viewer, 'timeZone'>,
): number | undefined | WrongMoment {
  if (moment === 'now') return undefined;
  if (moment !== 'other') return now - Number(moment) * MINUTE_MS;
  const reading = readTyped(other, viewer);
  if (reading.is !== 'once') return reading.is === 'none' ? 'noMoment' : 'unclear';
  return reading.at > now + MINUTE_MS ? 'future' : reading.at;
}

/** What is said: fields that do not belong to the kind stay behind. */
export function sayingOf({ kind, theory, ...line }: Line): WrittenSaying {
  const text = line.text.trim();
  if (kind === 'observation' || kind === 'experiment')
    return { kind, text, ...(theory !== '' && { theory }) };
  if (kind !== 'change') return { kind, text };
  const [how, why, undo] = [line.how.trim(), line.why.trim(), line.undo.trim()];
  return { kind, text, ...(how && { how }), ...(why && { why }), ...(undo && { undo }) };
}
