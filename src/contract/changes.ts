import { type ErrorCode } from '../domain/errors';

/** What was changed near the impact start; moments are epoch milliseconds. */
export type ChangesView = {
  /** The moment that distances are counted from; detection where nobody has said a start. */
  readonly around: { readonly at: number; readonly of: 'impactStart' | 'impactDetected' };
  /** The search for issues by the query of the settings. */
  readonly issues:
    | { readonly state: 'notConfigured' }
    /** `more`: there are others, older ones. */
    | { readonly state: 'searched'; readonly more: boolean }
    | { readonly state: 'failed'; readonly code: ErrorCode; readonly subject: string | null };
  /** Delivery pipelines can tell of deployments. */
  readonly isConnected: boolean;
  /** What was done to the faulty service first, and the newest first. */
  readonly changes: readonly ChangeView[];
};

type ChangeView = {
  readonly kind: 'issue' | 'deployment';
  /** Key of the issue, or the pipeline's id of the deployment. */
  readonly id: string;
  readonly name: string;
  readonly at: number;
  readonly by: string | null;
  readonly environment: string | null;
  readonly service: string | null;
  readonly isFaultyService: boolean;
  /** Page of a deployment. */
  readonly address: string | null;
};
