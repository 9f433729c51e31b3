import { NATIVE_FIELD_NAMES, type NativeField } from '../incident/fields';
import { fieldsOfScreen } from './set-up';
import { type Phase } from '../incident/lifecycle';
import { TOLD_TYPE_NAMES } from './suggestions';
import { SEVERITIES, type Severity } from '../incident/severity';

/** Rights that the app needs in the project to do its work by itself. */
export const APP_RIGHTS = [
  'BROWSE_PROJECTS',
  'CREATE_ISSUES',
  'EDIT_ISSUES',
  'ASSIGN_ISSUES',
  'TRANSITION_ISSUES',
  'LINK_ISSUES',
] as const;

/** What a site looks like where incidents live. */
export type SiteFacts = {
  /** False when the project is gone, or in the bin. */
  readonly projectThere: boolean;
  /** The mark that lets our parts of Jira's pages show themselves. */
  readonly switchedOn: boolean;
  readonly issueTypeThere: boolean;
  /** What the type is called; absent: it is gone. */
  readonly typeName?: string | undefined;
  /** Whether the create dialog says which incidents are running; `not-for-agents`: a service project has one of its own. */
  readonly hints: 'all' | 'not-for-agents' | 'none';
  /** Mapped fields with their names on the site; absent: the field is gone. */
  readonly fields: Readonly<
    Partial<
      Record<
        NativeField,
        {
          readonly name: string;
          /** Jira gives a field that is made over REST to no project by itself. */
          readonly inProject: boolean;
          readonly inContext: boolean;
          readonly onCreate: boolean;
          readonly onEdit: boolean;
          readonly onView: boolean;
        }
      >
    >
  >;
  readonly statuses: readonly {
    readonly name: string;
    readonly phase: Phase | undefined;
    /** Jira takes changes to an issue that stands here. */
    readonly editable: boolean;
    /** Phases that a transition leads to from here. */
    readonly leadsTo: readonly Phase[];
  }[];
  /** Levels that an enabled option stands for. */
  readonly levels: readonly Severity[];
  readonly appRights: readonly string[];
  /** Names of fields that Jira demands of whoever raises an incident, beside those that we fill. */
  readonly demanded: readonly string[];
};

export type Fault = {
  /** `stops`: something does not work; `hinders`: it works with a detour. */
  readonly weight: 'stops' | 'hinders';
  /** `admin.check.fault.<code>` in locales/ says it and what to do. */
  readonly code:
    | 'no-project'
    | 'switched-off'
    | 'no-issue-type'
    | 'type-untold'
    | 'no-field'
    | 'not-in-project'
    | 'not-in-context'
    | 'not-on-create'
    | 'not-on-edit'
    | 'not-on-view'
    | 'status-unmapped'
    | 'status-not-editable'
    | 'no-way'
    | 'no-level'
    | 'no-right'
    | 'demanded'
    | 'no-hints'
    | 'no-agent-hints'
    | 'alerts-waiting'
    | 'unread';
  /** Names it is about, for people. */
  readonly subject: string;
};

/** Moves that the response makes, and that the workflow must allow. */
const MOVES: readonly (readonly [Phase, Phase])[] = [
  ['new', 'fixing'],
  ['fixing', 'resolved'],
  ['resolved', 'fixing'],
  ['cancelled', 'fixing'],
];

/** Everything that keeps incidents from working as they should, worst first; empty when all is well. */
export function faultsOf(facts: SiteFacts): readonly Fault[] {
  if (!facts.projectThere) return [stops('no-project', '')];
  const faults = [
    ...(facts.issueTypeThere ? [] : [stops('no-issue-type', '')]),
    ...(facts.typeName === undefined || TOLD_TYPE_NAMES.includes(facts.typeName)
      ? []
      : [hinders('type-untold', facts.typeName)]),
    ...(facts.switchedOn ? [] : [stops('switched-off', '')]),
    ...fieldFaults(facts),
    ...statusFaults(facts),
    ...SEVERITIES.filter((level) => !facts.levels.includes(level)).map((level) =>
      hinders('no-level', String(level)),
    ),
    ...APP_RIGHTS.filter((right) => !facts.appRights.includes(right)).map((right) =>
      stops('no-right', right),
    ),
    ...facts.demanded.map((name) => hinders('demanded', name)),
    ...hintFaults(facts),
  ];
  return faults.toSorted((a, b) => Number(b.weight === 'stops') - Number(a.weight === 'stops'));
}

function hintFaults({ hints }: SiteFacts): Fault[] {
  if (hints === 'all') return [];
  return [hinders(hints === 'none' ? 'no-hints' : 'no-agent-hints', '')];
}

/** Without these there are no figures. */
const TIMES_AND_SEVERITY: readonly NativeField[] = [
  'severity',
  'impactStart',
  'impactDetected',
  'impactRecovered',
];

function fieldFaults({ fields }: SiteFacts): Fault[] {
  const asked = fieldsOfScreen('create');
  return NATIVE_FIELD_NAMES.flatMap((name) => {
    const field = fields[name];
    if (!field) return TIMES_AND_SEVERITY.includes(name) ? [stops('no-field', name)] : [];
    if (!field.inProject) return [stops('not-in-project', field.name)];
    if (!field.inContext) return [stops('not-in-context', field.name)];
    return [
      ...(asked.includes(name) && !field.onCreate ? [hinders('not-on-create', field.name)] : []),
      ...(field.onEdit ? [] : [stops('not-on-edit', field.name)]),
      ...(field.onView ? [] : [hinders('not-on-view', field.name)]),
    ];
  });
}

function statusFaults({ statuses }: SiteFacts): Fault[] {
  const unmapped = statuses.filter(({ phase }) => phase === undefined);
  const locked = statuses.filter(({ phase, editable }) => phase !== undefined && !editable);
  const cut = MOVES.flatMap(([from, to]) =>
    statuses
      .filter(({ phase, leadsTo }) => phase === from && !leadsTo.includes(to))
      .map(({ name }) => stops('no-way', `${name} → ${to}`)),
  );
  return [
    ...unmapped.map(({ name }) => stops('status-unmapped', name)),
    ...locked.map(({ name }) => stops('status-not-editable', name)),
    ...cut,
  ];
}

function stops(code: Fault['code'], subject: string): Fault {
  return { weight: 'stops', code, subject };
}

function hinders(code: Fault['code'], subject: string): Fault {
  return { weight: 'hinders', code, subject };
}
