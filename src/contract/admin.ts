import { type DoorsContract } from './admin-doors';
import { type HistoryContract } from './admin-history';
import { type PortalContract } from './admin-portal';
import { type Reply } from './index';
import { type Fault } from '../domain/set-up/check';
import { type ErrorCode } from '../domain/errors';
import { type FieldKind } from '../domain/incident/fields';
import { type Phase } from '../domain/incident/lifecycle';
import { type Choices, type ProjectKind, type StepName } from '../domain/set-up/set-up';
import { type Severity } from '../domain/incident/severity';
import { type Settings } from '../domain/settings/settings';
import { type Change } from '../domain/settings/changes';
import { type Answers, type Ask } from '../domain/settings/merge';
import { type Problem } from '../domain/settings/rules';
import { type FollowingField } from '../ports/settings/field-options';
import { type OptionFailure, type OptionsReport } from '../ports/settings/option-maps';
import { type FileFault } from '../domain/settings/file';

/**
 * What the administration's pages may ask of the back end. Only people who administer Jira get an answer. One part
 * per section of the page.
 */
export type AdminContract = SetUpContract &
  DoorsContract &
  SettingsContract &
  HistoryContract &
  PortalContract;

export type { AlertDoorView, AlertRuleView, LeftAlertsView } from './admin-doors';
export type * from './admin-history';
export type * from './admin-portal';

/** Set-up: the project and all it needs, made or adopted step by step. */
type SetUpContract = {
  getSetUp: () => Reply<SetUpView>;
  /** Keeps the choices and begins the plan anew; nothing is made yet. */
  chooseSetUp: (input: Choices) => Reply<SetUpView>;
  /** Runs one step of the plan. A step that fails is told in the view. */
  runSetUpStep: (input: { step: StepName }) => Reply<SetUpView>;
  /** What a fresh site offers: kinds of project that can be made, projects that can be used. */
  getOffers: () => Reply<OffersView>;
  /** What a project has already, with guesses at what it means. */
  getInventory: (input: { project: string }) => Reply<InventoryView>;
  /** Options of a select field in a project, with guesses at their levels. */
  getOptions: (input: { project: string; field: string }) => Reply<readonly OptionView[]>;
  /** Tries everything that incidents need; an empty list means that all is well. */
  checkSetUp: () => Reply<readonly Fault[]>;
  /** Calls the incidents' type what Jira's event filter knows it by, in every project that has it; then looks again. */
  nameType: () => Reply<readonly Fault[]>;
};

export type OffersView = {
  readonly kinds: readonly ProjectKind[];
  readonly projects: readonly {
    readonly id: string;
    readonly key: string;
    readonly name: string;
  }[];
};

export type InventoryView = {
  readonly issueTypes: readonly {
    readonly id: string;
    readonly name: string;
    /** Jira tells of changes at once; false: they are found once an hour, for the name is not known to the filter. */
    readonly toldAtOnce: boolean;
    readonly statuses: readonly {
      readonly id: string;
      readonly name: string;
      readonly suggested: Phase;
    }[];
  }[];
  readonly suggestedType: string | null;
  readonly fields: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: FieldKind;
  }[];
  readonly suggestedFields: Choices['fields'];
};

export type OptionView = {
  readonly id: string;
  readonly value: string;
  readonly suggested: Severity;
};

export type StepView = {
  readonly name: StepName;
  readonly state: 'waiting' | 'done' | 'adopted' | 'failed';
  /** The name of what was made or adopted. */
  readonly what: string | null;
  /** Why it failed: `error.<code>` in locales/, and what it is about. */
  readonly failure: { readonly code: ErrorCode; readonly subject: string | null } | null;
};

/** Where set-up stands. */
export type SetUpView = {
  /** null on a site where nobody has begun. */
  readonly choices: Choices | null;
  readonly steps: readonly StepView[];
  /** Incidents are understood: every step has been done once. */
  readonly ready: boolean;
  readonly project: { readonly id: string; readonly key: string } | null;
  readonly issueTypeId: string | null;
  readonly filters: Readonly<
    Partial<Record<'active' | 'overdue' | 'withoutTimes' | 'mine', string>>
  >;
};

export type { Choices, Fault, Phase, ProjectKind, Severity, StepName };
/** Settings: what the company is made of. A draft lives in the browser; the back end says what is new and wrong. */
type SettingsContract = {
  getSettings: () => Reply<SettingsView>;
  /** `from`: the version that the draft was begun with. Saves nothing. */
  checkSettings: (input: DraftInput) => Reply<CheckView>;
  /** Saves nothing where there are problems. `changed-meanwhile`: somebody saved since. */
  saveSettings: (input: DraftInput) => Reply<{
    readonly saved: SettingsView | null;
    readonly problems: readonly Problem[];
  }>;
  /** The draft on top of what others saved. Saves nothing; questions without an answer are answered by mine. */
  mergeSettings: (input: DraftInput & { answers: Answers }) => Reply<MergeView>;
  getVersions: () => Reply<readonly VersionView[]>;
  getVersion: (input: { version: number }) => Reply<VersionLook>;
  getSettingsFile: () => Reply<{ readonly text: string }>;
  readSettingsFile: (input: { text: string }) => Reply<FileView>;
  /** How many issues a query finds for whoever asks, about; `refused` with Jira's own sentence. */
  tryQuery: (input: { jql: string }) => Reply<{ readonly count: number }>;
  /** May be repeated; `pending` says that it should be. */
  bringOptionsInLine: (input: { field: FollowingField }) => Reply<OptionsReport>;
};

type DraftInput = { readonly from: number; readonly settings: Settings };

export type VersionView = {
  readonly version: number;
  /** Account id; null for the defaults, which nobody saved. */
  readonly savedBy: string | null;
  readonly savedAt: string | null;
};

export type SettingsView = VersionView & {
  readonly settings: Settings;
  readonly options: readonly OptionsView[];
};

/** How one of Jira's fields stands to the settings. */
export type OptionsView = {
  readonly field: FollowingField;
  /** It offers what this version says; null as long as nobody has brought it in line. */
  readonly version: number | null;
  readonly failures: readonly OptionFailure[];
  readonly pending: number;
  /** Options that can be chosen in Jira and are not in the settings. */
  readonly others: readonly string[];
};

export type CheckView = {
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
};

export type MergeView = {
  readonly theirs: SettingsView;
  readonly theirChanges: readonly Change[];
  readonly settings: Settings;
  readonly asks: readonly Ask[];
};

export type VersionLook = {
  readonly settings: Settings;
  /** What that version changed; null where the one before is no longer kept. */
  readonly changes: readonly Change[] | null;
  /** What would change if it were restored now. */
  readonly changesBack: readonly Change[];
};

/** A file that was read as a draft, or what is wrong with it. */
export type FileView =
  { readonly faults: readonly FileFault[] } | (CheckView & { readonly draft: Settings });

export type { Answers, Ask, Change, FileFault, FollowingField, OptionFailure, OptionsReport };
export type { Problem, Settings };

/** What words from the back end may stand for. */
export { ERROR_CODES } from '../domain/errors';
export { NATIVE_FIELD_NAMES } from '../domain/incident/fields';
export { PHASES } from '../domain/incident/lifecycle';
