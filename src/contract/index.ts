import { type AlertsView } from './alerts';
import { type ChangesView } from './changes';
import { type FiguresContract } from './figures';
import { type Reply } from './reply';
import { type Figures, type TimeName, type WrongPair } from '../domain/clocks/clocks';
import { type Doubt } from '../domain/clocks/doubt';
import { type DetectionSource } from '../domain/declaring/declaration';
import { type RoomName } from '../domain/incident/incident';
import { type Phase } from '../domain/incident/lifecycle';
import { type Missing } from '../domain/incident/missing';
import { type ChecklistRow } from '../domain/response/checklist';
import { type Entry, type Fault } from '../domain/log/entry';
import { type Head } from '../domain/log/head';
import { type Kind } from '../domain/log/what';
import { type Saying } from '../domain/log/sayings';
import { type Next } from '../domain/response/next';
import { type Pending } from '../domain/declaring/pending';
import { type Severity } from '../domain/incident/severity';
import { type StepRow } from '../domain/response/steps';
import { type MadeCleanUp } from '../domain/response/clean-up';
import { type WhereIncidentsAre, type WhereToList } from '../domain/incident/where';
import { type StartedReview } from '../domain/review/started';
import { type Certainty, type Effort, type FormerTime, type Source } from '../domain/clocks/notes';

/**
 * What the front ends may ask of the back end, and all they know of it. Everything crosses as JSON: moments are
 * ISO 8601 in UTC, what is not known is null.
 */

export type * from './alerts';
export type * from './changes';
export type * from './figures';
export type * from './reply';
/** How texts are cleaned and cut on both sides. */
export { asHoldableJson, cutAt, holdable } from '../domain/texts';
/** What a clock on the wall shows: typed times are read by it, in the zone of whoever types. */
export { isShownTwice, offsetAt, readWall, wallAt, type WallReading } from '../domain/wall';

/**
 * What is told of a response is told as its log holds it. There, moments are epoch milliseconds: what crosses is
 * plain numbers and texts, without the marks that tell moments and ids apart in the back end.
 */
type Plain<Value> = Value extends { readonly __brand: string }
  ? Value extends number
    ? number
    : string
  : Value extends readonly (infer One)[]
    ? readonly Plain<One>[]
    : Value extends object
      ? { readonly [Name in keyof Value]: Plain<Value[Name]> }
      : Value;

/** A line of the timeline, with all that a check of the chain needs. */
export type EntryView = Plain<Entry>;

/** A stretch of the timeline, oldest first; `first`: the number of the oldest there is. */
export type TimelineView = { readonly entries: readonly EntryView[]; readonly seq: number };

/** What a check of the whole chain found: the number of entries, and the first fault. */
export type LogCheckView = { readonly entries: number; readonly fault: Fault | null };

/** What somebody says about the response. `id` is the saying's own: to send it twice says it once. */
export type SayInput = {
  readonly id: string;
  /** The moment it is about, in epoch milliseconds; absent: now. */
  readonly at?: number;
  readonly saying: Plain<Saying>;
};

/** Where the response stands. People are account ids; names are looked up as the person who looks. */
export type ResponseView = Plain<Omit<Head, 'notes' | 'hash' | 'jiraUntil'>> & {
  readonly steps: readonly Plain<StepRow>[];
  readonly checklist: readonly Plain<ChecklistRow>[];
  /** Minutes between updates as agreed; null: none are promised. */
  readonly cadenceMinutes: number | null;
  /** Hours after which a hand-over is due; null: nobody has agreed on any. */
  readonly handOverHours: number | null;
  readonly rooms: { readonly [Room in RoomName]: string | null };
  readonly faultyService: string | null;
  readonly affectedProducts: readonly string[];
  /** What the settings say of support, clean-up and review; null: nothing. */
  readonly rules: {
    readonly supportJql: string | null;
    /** Key of a project. */
    readonly cleanUpProject: string | null;
    /** Key of a Confluence space. */
    readonly reviewSpace: string | null;
  };
};

type TimesView = { readonly [Name in TimeName]: string | null };

/** What is noted of a time: where it came from, how sure it is, who said it and when. */
export type TimeNoteView = {
  readonly source: Source;
  readonly certainty: Certainty | null;
  /** Account id; names are looked up as the person who looks. */
  readonly by: string | null;
  readonly at: string;
  /** The moment of a transition stands in until a person confirms it. */
  readonly toConfirm: boolean;
  /** Jira did not keep it; the clocks go by it all the same. */
  readonly held: { readonly reason: string | null } | null;
};

/** A time that counted once. */
type FormerTimeView = {
  readonly name: TimeName;
  readonly moment: string;
  readonly why: FormerTime['why'];
  readonly by: string | null;
};

/** `about`: a doubt, which may be said to be right, or a pair as in an error: `impactStart>impactDetected`. */
export type DoubtView =
  | { readonly kind: 'suspicious'; readonly about: Doubt; readonly likely: LikelyView | null }
  | { readonly kind: 'impossible'; readonly about: string; readonly likely: LikelyView | null };

type LikelyView = { readonly name: TimeName; readonly moment: string };

/** The big figure. It ticks in the browser, from the server's moments. */
type ClockView = {
  readonly since: string;
  readonly from: 'impactStart' | 'impactDetected';
  /** null while it runs. */
  readonly until: string | null;
};

/** `at` in epoch milliseconds. */
export type UnwrittenView = {
  readonly id: string;
  readonly kind: Kind;
  /** Its words; empty where it has none. */
  readonly text: string;
  readonly by: string | null;
  readonly at: number;
};

/** One incident as the person who asks may see it. */
export type IncidentView = {
  /** Jira's id of the issue. */
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly severity: Severity | null;
  readonly phase: Phase;
  readonly incidentManager: { readonly id: string; readonly name: string } | null;
  readonly created: string;
  /** The times that the clocks go by. */
  readonly times: TimesView;
  /** null: nothing is noted, or not yet. */
  readonly notes: { readonly [Name in TimeName]: TimeNoteView | null };
  /** Newest first, the newest few. */
  readonly former: readonly FormerTimeView[];
  /** Nobody said when it was detected: the moment it was raised stands in. */
  readonly detectedByDefault: boolean;
  /** In minutes, two decimals. */
  readonly figures: { readonly [Name in keyof Figures]-?: number | null };
  readonly wrongPair: WrongPair | null;
  /** Times that contradict each other or look like a slip of the hand, with what was likely meant. */
  readonly doubts: readonly DoubtView[];
  readonly clock: ClockView | null;
  readonly next: Plain<Next> | null;
  readonly missing: readonly Missing[];
  /** What was declared and the issue does not say yet. */
  readonly pending: readonly Pick<Pending, 'field' | 'wanted' | 'why' | 'reason'>[];
  /** How it was noticed; null: nobody has said. */
  readonly detection: DetectionSource | null;
  /** Who stands by the severity that it has now, and the effort to fix that they reckoned with. */
  readonly confirmed: {
    readonly by: string;
    readonly at: string;
    readonly effort: Effort | null;
  } | null;
  /** Of a cancelled one that was cancelled in our surfaces. */
  readonly cancelled: {
    readonly by: string;
    readonly duplicate: { readonly linked: boolean; readonly reason: string | null } | null;
  } | null;
  /** null: none belongs to it. */
  readonly alerts: AlertsView | null;
  /** What was said and the log did not take: to be written again, copied or dropped. */
  readonly unwritten: readonly UnwrittenView[];
  readonly mayEdit: boolean;
  /** When Jira last changed the issue; null: unknown. */
  readonly updated: string | null;
  /** Account id of whoever asks. */
  readonly viewer: string;
  readonly response: ResponseView;
  /** The server's moment when this was read: the only clock there is. */
  readonly now: string;
};

/** An absent time stays, null takes it away, a moment sets or confirms it. */
export type TimesInput = { readonly [Name in TimeName]?: string | null } & {
  readonly certainty?: { readonly [Name in TimeName]?: Certainty };
};

/** Not the lead, which is taken over by `takeIncident`. */
export type TakeOverInput = {
  readonly id: string;
  readonly role: string;
  readonly from: string;
  readonly language: 'en-US' | 'de-DE';
};

/** The scale as people read it while they choose. */
export type ScaleView = {
  readonly levels: readonly {
    readonly severity: Severity;
    readonly label: string;
    readonly text: string;
  }[];
  /** Address of the page that explains it at length. */
  readonly page: string | null;
};

/** The resolver behind every module that stands beside an issue. */
export type IncidentContract = {
  getIncident: () => Reply<IncidentView>;
  /** `from`: account id of the incident manager the person saw, null for nobody. */
  takeIncident: (input: { from: string | null }) => Reply<IncidentView>;
  /** Makes somebody the incident manager; `from` as in `takeIncident`. */
  giveLead: (input: { person: string; from: string | null }) => Reply<IncidentView>;
  /** Takes what a hand-over has for whoever asks. `id` as in `say`. */
  acceptHandOver: (input: { id: string; handOver: string }) => Reply<IncidentView>;
  /** Takes a role from somebody and tells them, in this language. `id` as in `say`. */
  takeOverRole: (input: TakeOverInput) => Reply<IncidentView>;
  setTimes: (input: TimesInput) => Reply<IncidentView>;
  /** Current and imminent impact has been over since this moment. */
  resolve: (input: { recovered: string; certainty?: Certainty }) => Reply<IncidentView>;
  bringBack: () => Reply<IncidentView>;
  /** `duplicateOf`: key of the other one, null for "no incident after all". */
  cancel: (input: { duplicateOf: string | null }) => Reply<IncidentView>;
  /** A cancelled one is an incident after all; the team is told in this language. */
  undoCancel: (input: Pick<TakeOverInput, 'language'>) => Reply<IncidentView>;
  /** `from`: the severity that the person saw. */
  confirmSeverity: (input: {
    severity: Severity;
    from: Severity | null;
    effort?: Effort;
  }) => Reply<IncidentView>;
  /** How it was noticed; `null` takes back what was said. */
  sayDetection: (input: { source: DetectionSource | null }) => Reply<IncidentView>;
  /** These times look doubtful and are right as they are; it holds until one of them is changed. May be repeated. */
  sayRight: (input: { about: Doubt }) => Reply<IncidentView>;
  getScale: () => Reply<ScaleView>;
  /** `id`: the wish's own; project and issue type by Jira's ids. The same wish twice is one issue. */
  makeCleanUp: (input: {
    id: string;
    summary: string;
    project: string;
    issueType: string;
  }) => Reply<MadeCleanUp>;
  /** `space`: key; absent: that of the settings. May be repeated. */
  startReview: (input: {
    space?: string;
    language: 'en-US' | 'de-DE';
    timeZone: string;
  }) => Reply<StartedReview>;
  /** Says something about the response. May be repeated. */
  say: (input: SayInput) => Reply<IncidentView>;
  /** The same for many at once, in their order. */
  sayAll: (input: { all: readonly SayInput[] }) => Reply<IncidentView>;
  /** Writes into the log what it did not take before. `entry`: its id. May be repeated. */
  writeUnwritten: (input: { entry: string }) => Reply<IncidentView>;
  /** Drops it for good. */
  dropUnwritten: (input: { entry: string }) => Reply<IncidentView>;
  /** The entries before number `before`, the newest of them; null: the newest there are. At most a hundred. */
  getTimeline: (input: { before: number | null }) => Reply<TimelineView>;
  /** What was changed near the impact start. */
  /** How many tickets carry the incident, whoever may see them; null: the settings leave each with their own number. */
  countTickets: () => Reply<{ readonly count: number | null }>;
  getChanges: () => Reply<ChangesView>;
  /** Checks the chain of the whole log. */
  checkLog: () => Reply<LogCheckView>;
  /** Has anything changed? Costs next to nothing. */
};

/** The resolver behind the action on support tickets. */
export type TicketContract = {
  /** null: whoever asks may see no incidents. */
  getWhereIncidentsAre: () => Reply<WhereIncidentsAre | null>;
};

/** The resolver behind the project page: its pictures, and what it takes to raise an incident or join one. */
export type PageContract = FiguresContract &
  ListsContract & {
    /** `id` as in `say`; `zone` as in the saying `joined`. Whoever may only read joins nothing: `forbidden`. */
    joinIncident: (input: { key: string; id: string; zone: string }) => Reply<null>;
  };

/** The resolver behind whatever lists incidents on pages and dashboards: asked while a list is set up, never to show one. */
export type ListsContract = {
  /** null: whoever asks may see no incidents. */
  getWhereToList: () => Reply<WhereToList | null>;
};
export type * from './portal';
