import { type Instant } from '../time';
import { type Incident, type IncidentId } from './incident';

/**
 * Why an incident is set aside: Jira answers the app as if it were not there (`hidden`: by a security level, or it is
 * gone and nobody told), its status stands for no phase (`status`), or Jira's answer about it (`answer`) or its change
 * log (`changes`) cannot be read.
 */
export type UnreadWhy = 'hidden' | 'status' | 'answer' | 'changes';

/** An incident that the app cannot read. It is set aside, said, and looked at again; the others go on. */
export type Unread = {
  readonly id: IncidentId;
  readonly why: UnreadWhy;
  /** Of `status`: what Jira calls it. */
  readonly subject?: string | undefined;
  /** When it was raised, where that can be read. */
  readonly created?: Instant | undefined;
};

/** What was read of several, and what could not be. */
export type ReadIncidents = {
  readonly incidents: readonly Incident[];
  readonly unread: readonly Unread[];
};
