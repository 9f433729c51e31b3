import { changeTimes, heldByDefault, type ImpactTimes, type TimesChange } from '../clocks/clocks';
import {
  type Declaration,
  DECLARED_FIELDS,
  type DeclaredField,
  type Refused,
  unknownNames,
  type Wish,
} from './declaration';
import { IncidentError } from '../errors';
import { type Incident } from '../incident/incident';
import { type Settings } from '../settings/settings';
import { folded } from '../settings/rules';
import { type Instant, instant, iso, keeps } from '../time';

type PendingField = DeclaredField | PendingTime;

/** Something that was declared and that the issue does not say yet. */
export type Pending = {
  readonly field: PendingField;
  /** Names, a level, a text; a moment in ISO 8601. */
  readonly wanted: readonly string[];
  /**
   * `refused`: Jira did not take it; `unknown-name`: the settings know no such service or product; `impossible`: a time
   * to come, or after another one that it must lie before.
   */
  readonly why: 'refused' | 'unknown-name' | 'impossible';
  /** Jira's own sentence; null: it gave none. */
  readonly reason: string | null;
  /** What the field held when this was noted. Holds it something else, somebody has decided. */
  readonly over: string;
};

/** What of a wish the issue does not say, each with the reason. */
export function pendingOf(
  wish: Wish,
  incident: Incident,
  { refused, settings }: { readonly refused: Refused; readonly settings: Settings },
): readonly Pending[] {
  return DECLARED_FIELDS.flatMap((field): Pending[] => {
    const reason = refused[field] ?? null;
    const wanted = (wish[field] ?? []).filter((one) =>
      // The text of an issue is not read beside it, so only a refusal tells.
      field === 'description' ? field in refused : !holds(incident, field, [one]),
    );
    if (wanted.length === 0) return [];
    const unknown = unknownNames(field, wanted, settings).length > 0 && reason === null;
    const why = unknown ? 'unknown-name' : 'refused';
    return [{ field, wanted, why, reason, over: held(incident, field) }];
  });
}

/** The same after some of it was put on the issue; undefined when nothing is left. */
export function afterFilling(
  one: Pending,
  incident: Incident,
  left: readonly string[],
): Pending | undefined {
  if (left.length === 0) return undefined;
  const filled = one.wanted.filter((name) => !left.includes(name));
  const over = joined([...valuesOf(incident, one.field), ...filled]);
  return { ...one, wanted: left, why: 'unknown-name', reason: null, over };
}

/** What still waits: not what the issue says by now, nor what a person has decided otherwise. */
export function stillPending(
  incident: Incident,
  { pending = [] }: { readonly pending?: readonly Pending[] },
): readonly Pending[] {
  return pending.filter(
    ({ field, wanted, over }) => held(incident, field) === over && !holds(incident, field, wanted),
  );
}

/** The wish as far as it can be put on the issue: what is impossible stays so. */
export function canBeTried({ why }: Pending): boolean {
  return why !== 'impossible';
}

function holds(incident: Incident, field: PendingField, wanted: readonly string[]): boolean {
  if (isTime(field)) {
    const moment = saidIn(incident, field);
    return wanted.every((text) => keeps(moment, instant(text)));
  }
  const has = valuesOf(incident, field).map(folded);
  return wanted.every((name) => has.includes(folded(name)));
}

function held(incident: Incident, field: PendingField): string {
  return joined(valuesOf(incident, field));
}

function joined(values: readonly string[]): string {
  return [...new Set(values.map(folded))].toSorted().join('\n');
}

function valuesOf(incident: Incident, field: PendingField): readonly string[] {
  const { severity, faultyService, affectedProducts = [] } = incident;
  if (field === 'severity') return severity === undefined ? [] : [String(severity)];
  if (field === 'faultyService') return faultyService ? [faultyService.name] : [];
  if (field === 'affectedProducts') return affectedProducts.map(({ name }) => name);
  if (field === 'description') return [];
  const moment = saidIn(incident, field);
  return moment === undefined ? [] : [iso(moment)];
}

type PendingTime = 'impactStart' | 'impactDetected';

function isTime(field: PendingField): field is PendingTime {
  return field === 'impactStart' || field === 'impactDetected';
}

/** What somebody wrote into the field. The default is said by nobody. */
function saidIn({ times, created }: Incident, field: PendingTime): Instant | undefined {
  return field === 'impactDetected' && heldByDefault(times, created) ? undefined : times[field];
}

/** Times that were declared: those that can be, and those that cannot. */
export type DeclaredTimes = {
  readonly change: { readonly impactStart?: Instant; readonly impactDetected?: Instant };
  readonly impossible: readonly Pending[];
};

/**
 * Which of the declared times can be. Where the two contradict each other, the detection stays: whoever declares knows
 * when they noticed it, and guesses when it began.
 */
export function possibleTimes(
  { impactStart, detected: impactDetected }: Declaration,
  incident: Incident,
  now: Instant,
): DeclaredTimes {
  const canBe = (change: TimesChange) => isPossible(incident.times, change, incident.created, now);
  const detected = impactDetected !== undefined && canBe({ impactDetected });
  const sure = detected ? { impactDetected } : {};
  const started = impactStart !== undefined && canBe({ ...sure, impactStart });
  const not = (field: PendingTime, moment: Instant | undefined): Pending[] =>
    moment === undefined
      ? []
      : [
          {
            field,
            wanted: [iso(moment)],
            why: 'impossible',
            reason: null,
            over: held(incident, field),
          },
        ];
  return {
    change: { ...sure, ...(started && { impactStart }) },
    impossible: [
      ...(started ? [] : not('impactStart', impactStart)),
      ...(detected ? [] : not('impactDetected', impactDetected)),
    ],
  };
}

function isPossible(
  times: ImpactTimes,
  change: TimesChange,
  created: Instant,
  now: Instant,
): boolean {
  try {
    changeTimes(times, change, { created, now });
    return true;
  } catch (error) {
    if (!(error instanceof IncidentError)) throw error;
    return false;
  }
}
