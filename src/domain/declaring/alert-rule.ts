import { type Severity } from '../incident/severity';
import { folded } from '../settings/rules';
import { type Declaration } from './declaration';

/** What alerts of one outage may have in common: the service, their name, or a label of the tool's by its name. */
export type GroupField = 'service' | 'name' | `label:${string}`;

/** What a door does with the alerts that come in at it. */
export type AlertRule = {
  /** Alerts that say the same of all of these are of one outage. None: each alert stands for itself. */
  readonly groupBy: readonly GroupField[];
  /** So many minutes after the last alert of an outage, the next one is an incident of its own. */
  readonly windowMinutes: number;
  /** Alerts that are less severe become no incident; null: every alert becomes one. */
  readonly leaveBelow: Severity | null;
};

/** Nothing is grouped and nothing left out until an administrator wants it so. */
export const DEFAULT_RULE: AlertRule = { groupBy: [], windowMinutes: 60, leaveBelow: null };

export const MOST_LABELS = 10;
export const LABEL_LENGTH = 100;
export const MOST_WINDOW_MINUTES = 7 * 24 * 60;

/** What a rule looks at. */
export type Judged = {
  readonly declaration: Pick<Declaration, 'service' | 'severity'>;
  /** What the tool calls this kind of alert, whatever it is about. */
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
};

/**
 * What an alert has in common with others of its outage. Case and spaces around do not count.
 *
 * @returns undefined where nothing is grouped, or where the alert says nothing of any of the fields: it would be put
 *   together with others that have nothing in common but that.
 */
export function fingerprintOf({ groupBy }: AlertRule, alert: Judged): string | undefined {
  const fields = [...new Set(groupBy)].toSorted();
  const said = fields.map((field) => [field, valueOf(field, alert)] as const);
  return said.some(([, value]) => value !== null) ? JSON.stringify(said) : undefined;
}

function valueOf(field: GroupField, { declaration, name, labels }: Judged): string | null {
  const value =
    field === 'service'
      ? declaration.service
      : field === 'name'
        ? name
        : labels.get(field.slice('label:'.length));
  return value === undefined || folded(value) === '' ? null : folded(value);
}

/** It is to become no incident. One that says no severity is not left out: nobody knows how bad it is. */
export function isLeftOut({ leaveBelow }: AlertRule, { severity }: Pick<Declaration, 'severity'>) {
  return leaveBelow !== null && severity !== undefined && severity > leaveBelow;
}
