import { type Reply } from './reply';
import { type FormField } from '../domain/portal/portal';

/** Where people raise incidents: the portal, the create dialog. */
export type PortalContract = {
  getPortal: () => Reply<PortalView>;
  /** Whether people at the portal who see nothing in Jira see what is running. May be repeated. */
  setPortalRules: (input: { showsRunning: boolean }) => Reply<PortalView>;
};

export type PortalView = {
  readonly projectId: string;
  readonly projectKey: string;
  readonly issueTypeId: string;
  /** null: the project has none. */
  readonly portal: {
    readonly id: string;
    /** null: set-up has to be run again. */
    readonly requestType: {
      readonly id: string;
      readonly name: string;
      /** The portal lists it. */
      readonly isListed: boolean;
      /** Fields that its form does not ask. */
      readonly missing: readonly FormField[];
      /** Fields that it asks without a word of help. */
      readonly unhelped: readonly FormField[];
    } | null;
  } | null;
  readonly showsRunning: boolean;
};
