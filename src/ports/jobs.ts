import { type IncidentId, type PersonId } from '../domain/incident/incident';
import { type Draft } from '../domain/log/entry';

/** Which run it belongs to, its number in it, and how many jobs in a row led to it. */
export type NextJob = {
  readonly run: string;
  readonly ticket: number;
  readonly inARow: number;
};

/** Work that is done soon, outside of the call that asked for it. Each kind may come twice and late. */
export type Job =
  /** Brings times, log, figures and lists of an incident up to date. Asking twice does it twice, which changes nothing. */
  | { readonly kind: 'look-after'; readonly incident: IncidentId }
  /** Jira said that it was deleted. Asking twice does it twice, which changes nothing. */
  | { readonly kind: 'deleted'; readonly incident: IncidentId }
  /**
   * Writes these entries into the log of an incident, when others write into it again and again. Each has an id, so
   * asking twice writes it once.
   */
  | { readonly kind: 'append'; readonly incident: IncidentId; readonly drafts: readonly Draft[] }
  /** Makes the head of a long log anew; one that is whole stays. */
  | { readonly kind: 'new-head'; readonly incident: IncidentId }
  /** Goes on with the backfill; one whose number is past does nothing. */
  | ({ readonly kind: 'backfill' } & NextJob)
  /** Goes on with comparing the store of figures with Jira; one whose number is past does nothing. */
  | ({ readonly kind: 'rebuild-figures' } & NextJob)
  /** Finds out which incidents a person may see, as that person. */
  | { readonly kind: 'find-visible'; readonly person: PersonId; readonly jql: string | null }
  /**
   * Makes an incident of an alert, or tells its incident how it stands; asking twice makes one. `group`: the outage that
   * it belongs to.
   */
  | { readonly kind: 'raise'; readonly alert: string; readonly group?: string };

export type JobKind = Job['kind'];
export type JobOf<K extends JobKind> = Extract<Job, { readonly kind: K }>;

/** The queues of manifest.yml. */
export type QueueName =
  'figures' | 'entries' | 'backfill' | 'figures-rebuild' | 'sights' | 'alerts';

type Handling<K extends JobKind> = {
  readonly queue: QueueName;
  /** Jobs of one line run one after the other. */
  readonly line: (job: JobOf<K>) => string;
  /** When it is tried again, where nobody asked for another wait. */
  readonly retryAfterSeconds: number;
};

/** Every kind of job: where it waits, behind which others, and when it is tried again. */
export const JOBS: { readonly [K in JobKind]: Handling<K> } = {
  'look-after': {
    queue: 'figures',
    line: ({ incident }) => `figures-${incident}`,
    retryAfterSeconds: 30,
  },
  deleted: {
    queue: 'figures',
    line: ({ incident }) => `figures-${incident}`,
    retryAfterSeconds: 30,
  },
  append: {
    queue: 'entries',
    line: ({ incident }) => `entries-${incident}`,
    retryAfterSeconds: 30,
  },
  'new-head': {
    queue: 'entries',
    line: ({ incident }) => `entries-${incident}`,
    retryAfterSeconds: 30,
  },
  backfill: { queue: 'backfill', line: () => 'backfill', retryAfterSeconds: 30 },
  'rebuild-figures': {
    queue: 'figures-rebuild',
    line: () => 'figures-rebuild',
    retryAfterSeconds: 30,
  },
  'find-visible': {
    queue: 'sights',
    line: ({ person }) => `sights-${person}`,
    retryAfterSeconds: 30,
  },
  raise: {
    queue: 'alerts',
    line: ({ alert, group = alert }) => `alerts-${group}`,
    retryAfterSeconds: 30,
  },
};

export interface Jobs {
  /**
   * Hands work over; it is repeated until it is done.
   * @throws {IncidentError} `unavailable` when the job could not be handed over
   */
  handOver(job: Job): Promise<void>;
}

/** What comes out of the queues: jobs of this version of the app, of older ones, or of newer ones. */
export interface JobBodies {
  /**
   * @param queue where it waited: older bodies say nothing else of what they are
   * @throws {IncidentError} `newer-data` of a kind or version that is not known yet, `damaged-data`; both to be tried
   *   again after the wait in its details
   */
  read(queue: QueueName, body: unknown): Job;
}
