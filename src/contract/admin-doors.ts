import { type AlertDoor, type OpenedDoor } from '../ports/declaring/alert-doors';
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
  getDeploymentDoor: () => Reply<DoorView>;
  /** Makes a new secret and shows it this once; the one before counts no more. */
  renewDeploymentSecret: () => Reply<{ readonly secret: string }>;
};

export type AlertDoorView = AlertDoor;
type DoorView = { readonly address: string; readonly hasSecret: boolean };
