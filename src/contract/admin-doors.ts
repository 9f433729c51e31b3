import { type AlertRule } from '../domain/declaring/alert-rule';
import { type AlertDoor, type OpenedDoor } from '../ports/declaring/alert-doors';
import { type LeftAlert, type LeftAlertsOfDoor } from '../ports/declaring/left-alerts';
import { type Reply } from './reply';

/** Doors: where tools outside declare incidents, and where delivery pipelines tell of deployments. */
export type DoorsContract = {
  getAlertDoors: () => Reply<readonly AlertDoorView[]>;
  /** Makes a door for one more tool and shows its secret this once. */
  addAlertDoor: (input: { name: string }) => Reply<OpenedDoor>;
  /** Makes a new secret for a door and shows it this once; the one before counts no more. */
  renewAlertSecret: (input: { door: string }) => Reply<OpenedDoor>;
  /** Nobody gets in there any more. Answers with the doors that are left. */
  removeAlertDoor: (input: { door: string }) => Reply<readonly AlertDoorView[]>;
  /** Says what a door does with the alerts that come in from now on. */
  setAlertRule: (input: { door: string; rule: AlertRuleView }) => Reply<AlertDoorView>;
  /** Alerts that became no incident because of the rule of a door, the newest first. */
  getLeftAlerts: (input: { door: string }) => Reply<LeftAlertsView>;
  getDeploymentDoor: () => Reply<DoorView>;
  /** Makes a new secret and shows it this once; the one before counts no more. */
  renewDeploymentSecret: () => Reply<{ readonly secret: string }>;
};

export type AlertDoorView = AlertDoor;
export type AlertRuleView = AlertRule;
/** The newest twenty of a door. */
export type LeftAlertsView = Omit<LeftAlertsOfDoor, 'last'> & {
  readonly last: readonly (Omit<LeftAlert, 'at'> & { readonly at: string })[];
};
type DoorView = { readonly address: string; readonly hasSecret: boolean };
