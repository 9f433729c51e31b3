import { type IncidentView, type TimesInput } from '../../src/contract';
import { fromLocalInput, readTyped, toLocalInput } from '../kit/texts/moments';
import { type Viewer } from '../kit/texts/texts';
import { TIMES, type TimeName } from '../kit/texts/times';

export type Certainty = NonNullable<NonNullable<IncidentView['notes'][TimeName]>['certainty']>;

export const CERTAINTIES: readonly Certainty[] = ['exact', 'about', 'guess'];

/** A time in the form: wall clock of the viewer, empty for nothing; how sure, empty for not said. */
export type DraftTime = { readonly moment: string; readonly certainty: Certainty | '' };

export type Draft = Readonly<Record<TimeName, DraftTime>>;

/** The form as it opens. A detection that nobody stated is left empty: the field's help says what empty means. */
export function draftOf({ times, notes, detectedByDefault }: IncidentView, viewer: Viewer): Draft {
  const shown = (name: TimeName): DraftTime => {
    const moment = name === 'impactDetected' && detectedByDefault ? null : times[name];
    return {
      moment: moment === null ? '' : toLocalInput(moment, viewer),
      certainty: notes[name]?.certainty ?? '',
    };
  };
  return {
    impactStart: shown('impactStart'),
    impactDetected: shown('impactDetected'),
    impactRecovered: shown('impactRecovered'),
  };
}

export function sameDraft(a: Draft, b: Draft): boolean {
  return TIMES.every((name) => !isChanged(a[name], b[name]));
}

function isChanged(a: DraftTime, b: DraftTime): boolean {
  return a.moment !== b.moment || a.certainty !== b.certainty;
}

/** A time is typed that the viewer's clock never shows, or twice, and nobody has said which is meant. */
export function isUnclear(draft: Draft, viewer: Viewer): boolean {
  return TIMES.some((name) =>
    ['never', 'twice'].includes(readTyped(draft[name].moment, viewer).is),
  );
}

/** What a person changed, and only that: a moment they left alone keeps its seconds, also when they say how sure. */
export function changesOf(
  { times }: Pick<IncidentView, 'times'>,
  before: Draft,
  after: Draft,
  viewer: Viewer,
): TimesInput {
  const changed = TIMES.filter((name) => isChanged(before[name], after[name]));
  const moments = changed.map((name) => {
    const { moment } = after[name];
    const same = moment === before[name].moment && moment !== '';
    return [name, same ? times[name] : (fromLocalInput(moment, viewer) ?? null)] as const;
  });
  const certainties = changed.flatMap((name) => {
    const { moment, certainty } = after[name];
    return moment === '' || certainty === '' ? [] : [[name, certainty] as const];
  });
  return {
    ...Object.fromEntries(moments),
    ...(certainties.length > 0 && { certainty: Object.fromEntries(certainties) }),
  };
}
