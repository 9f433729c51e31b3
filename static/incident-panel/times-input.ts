import { type IncidentView, type TimesInput } from '../../src/contract';
import { fromLocalInput, toLocalInput } from '../kit/moments';
import { type Viewer } from '../kit/texts';

export type TimeName = keyof IncidentView['times'];

/** In the order in which they happen. */
export const TIMES: readonly TimeName[] = ['impactStart', 'impactDetected', 'impactRecovered'];

/** What the three fields of the form hold: wall clock of the viewer, empty for nothing. */
export type Draft = Readonly<Record<TimeName, string>>;

/** The form as it opens. A detection that nobody stated is left empty: the field's help says what empty means. */
export function draftOf({ times, detectedByDefault }: IncidentView, viewer: Viewer): Draft {
  const shown = (name: TimeName) => {
    const moment = name === 'impactDetected' && detectedByDefault ? null : times[name];
    return moment === null ? '' : toLocalInput(moment, viewer);
  };
  return {
    impactStart: shown('impactStart'),
    impactDetected: shown('impactDetected'),
    impactRecovered: shown('impactRecovered'),
  };
}

/** What a person changed, and only that: a field they left alone keeps its seconds. */
export function changesOf(before: Draft, after: Draft, viewer: Viewer): TimesInput {
  const changed = TIMES.filter((name) => before[name] !== after[name]);
  return Object.fromEntries(
    changed.map((name) => [name, fromLocalInput(after[name], viewer) ?? null]),
  );
}
