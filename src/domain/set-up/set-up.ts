import { fieldOf, NATIVE_FIELD_NAMES, type NativeField } from '../incident/fields';
import { type Phase } from '../incident/lifecycle';
import { type Severity } from '../incident/severity';

/** What an administrator decided: what is made, and what of the site is used as it is. */
export type Choices = {
  /** Names in Jira are made in it; Jira has one name for everybody. */
  readonly language: 'en-US' | 'de-DE';
  readonly project:
    | { readonly make: { readonly key: string; readonly name: string; readonly kind: ProjectKind } }
    /** Id of a company-managed project. */
    | { readonly use: string };
  /** Id of a type that the site has; absent: `Incident` is made, or taken where the site has it. */
  readonly issueType?: string;
  /** Field ids that the site has; what is absent is made. */
  readonly fields: Readonly<Partial<Record<NativeField, string>>>;
  /** Status ids and what they stand for, in a project that is used; absent: the workflow is made. */
  readonly phases?: Readonly<Record<string, Phase>>;
  /** Option ids of a severity field that is used. */
  readonly severities?: Readonly<Record<string, Severity>>;
  /** Every transition tells the app directly, beside the event that Jira may lose. */
  readonly tellOnTransition: boolean;
};

/** `service`: of Jira Service Management, with a portal. */
export type ProjectKind = 'service' | 'software';

/** One step of set-up: small enough for one call, and done again without harm. */
export type StepName =
  | 'project'
  | 'issue-type'
  | 'workflow'
  | `field-${NativeField}`
  | 'screens'
  | 'filters'
  | 'switch-on'
  | 'help-texts'
  | 'create-hints'
  | 'request-type';

/** A key as Jira allows it: a capital, then capitals, digits or underscores, ten at most. */
const PROJECT_KEY = /^[A-Z][A-Z0-9_]{1,9}$/;

/**
 * The steps in their order; each builds on those before it. In a project that is used the help texts of Summary and
 * Description stay as they are: other work types may share them.
 */
export function planOf(choices: Choices): readonly StepName[] {
  const fields = NATIVE_FIELD_NAMES.map((name) => `field-${name}` as const);
  const made = 'make' in choices.project;
  const kind = 'make' in choices.project ? choices.project.make.kind : undefined;
  return [
    'project',
    'issue-type',
    'workflow',
    ...fields,
    'screens',
    'filters',
    'switch-on',
    // Incidents work without these: they come last, and a failure of one stops nothing else.
    ...(made ? (['help-texts'] as const) : []),
    'create-hints',
    ...(made && kind === 'software' ? [] : (['request-type'] as const)),
  ];
}

/** The steps that must have been run before this one can; those after switching on do not wait for each other. */
export function neededBefore(choices: Choices, step: StepName): readonly StepName[] {
  const plan = planOf(choices);
  return plan.slice(0, Math.min(plan.indexOf(step), plan.indexOf('switch-on') + 1));
}

/** The field that a step is about; undefined for another step. */
export function fieldOfStep(step: StepName): NativeField | undefined {
  return NATIVE_FIELD_NAMES.find((name) => step === `field-${name}`);
}

/** Phases that a mapping must have: without them there is no response to run. */
const NEEDED_PHASES: readonly Phase[] = ['new', 'fixing', 'resolved'];

/** What a mapping lacks; empty when set-up can go on with it. */
export function lacking({
  project,
  phases = {},
  severities = {},
  fields,
}: Choices): readonly string[] {
  if ('make' in project) return PROJECT_KEY.test(project.make.key) ? [] : ['project-key'];
  const standing = Object.values(phases);
  return [
    ...NEEDED_PHASES.filter((phase) => !standing.includes(phase)).map((phase) => `phase-${phase}`),
    ...(fields.severity !== undefined && Object.keys(severities).length === 0
      ? ['severities']
      : []),
  ];
}

/** The fields of one screen. */
export function fieldsOfScreen(screen: 'create' | 'edit'): readonly NativeField[] {
  return NATIVE_FIELD_NAMES.filter((name) => screen === 'edit' || fieldOf(name).onCreate);
}
