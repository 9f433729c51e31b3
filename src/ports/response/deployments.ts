import { type SystemChange, type Window } from '../../domain/response/changes';

/** A deployment as its delivery pipeline told it. */
export type Deployment = SystemChange & { readonly kind: 'deployment' };

/** What delivery pipelines told, for as long as somebody may ask whether it broke something. */
export interface Deployments {
  /**
   * Keeps it for 90 days, unless there is one of this id.
   * @returns whether it is new. @throws {IncidentError} `unavailable`
   */
  keep(deployment: Deployment): Promise<boolean>;
  /** The newest inside of the window, both ends included, at most two hundred. @throws {IncidentError} `unavailable` */
  within(window: Window): Promise<readonly Deployment[]>;
}
