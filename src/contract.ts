import { type Figures, type TimeName, type WrongPair } from './domain/clocks';
import { type ErrorCode } from './domain/errors';
import { type Phase } from './domain/lifecycle';
import { type NextStep } from './domain/next-step';
import { type Severity } from './domain/severity';

/**
 * What the front ends may ask of the back end, and all they know of it. Everything crosses as JSON: moments are
 * ISO 8601 in UTC, what is not known is null.
 */

/** Every answer is a value or an error whose text is `error.<code>` in locales/. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly code: ErrorCode;
      /** What it is about: a pair of times, a field, a name, Jira's own sentence. */
      readonly subject: string | null;
    };

type TimesView = { readonly [Name in TimeName]: string | null };

/** The big figure. It ticks in the browser, from the server's moments. */
type ClockView = {
  readonly since: string;
  readonly from: 'impactStart' | 'impactDetected';
  /** null while it runs. */
  readonly until: string | null;
};

/** One incident as the person who asks may see it. */
export type IncidentView = {
  readonly key: string;
  readonly summary: string;
  readonly severity: Severity | null;
  readonly phase: Phase;
  readonly incidentManager: { readonly id: string; readonly name: string } | null;
  readonly created: string;
  readonly times: TimesView;
  /** Nobody said when it was detected: the moment it was raised stands in. */
  readonly detectedByDefault: boolean;
  /** In minutes, two decimals. */
  readonly figures: { readonly [Name in keyof Figures]-?: number | null };
  readonly wrongPair: WrongPair | null;
  readonly clock: ClockView | null;
  readonly next: NextStep | null;
  readonly mayEdit: boolean;
  /** The server's moment when this was read: the only clock there is. */
  readonly now: string;
};

/** An absent time stays, null takes it away, a moment sets it. */
export type TimesInput = { readonly [Name in TimeName]?: string | null };

/** The resolver behind every module that stands beside an issue. */
export type IncidentContract = {
  getIncident: () => Reply<IncidentView>;
  /** `from`: account id of the incident manager the person saw, null for nobody. */
  takeIncident: (input: { from: string | null }) => Reply<IncidentView>;
  setTimes: (input: TimesInput) => Reply<IncidentView>;
};
