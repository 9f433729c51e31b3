import { type Reply } from './reply';

/** Doors: where tools outside declare incidents, and where delivery pipelines tell of deployments. */
export type DoorsContract = {
  getAlertDoor: () => Reply<DoorView>;
  /** Makes a new secret and shows it this once; the one before counts no more. */
  renewAlertSecret: () => Reply<{ readonly secret: string }>;
  getDeploymentDoor: () => Reply<DoorView>;
  /** The same for deployments. */
  renewDeploymentSecret: () => Reply<{ readonly secret: string }>;
};

type DoorView = { readonly address: string; readonly hasSecret: boolean };
