import { type Reply } from './contract';
import { type Fault } from './domain/check';
import { type ErrorCode } from './domain/errors';
import { type FieldKind } from './domain/fields';
import { type Phase } from './domain/lifecycle';
import { type Choices, type ProjectKind, type StepName } from './domain/set-up';
import { type Severity } from './domain/severity';

/**
 * What the administration's pages may ask of the back end. Only people who administer Jira get an answer. One part
 * per section of the page.
 */
export type AdminContract = SetUpContract;

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

export type { Choices, Fault, FieldKind, Phase, ProjectKind, Severity, StepName };
