import { IncidentError } from '../../src/domain/errors';
import { type Incident, type IncidentId } from '../../src/domain/incident/incident';
import { type Severity } from '../../src/domain/incident/severity';
import { type Draft } from '../../src/domain/log/entry';
import { type Instant, instantAt } from '../../src/domain/time';
import { type KnownDoor } from '../../src/ports/declaring/alert-doors';
import { acceptAlert } from '../../src/usecases/declaring/accept-alert';
import { raiseAlert } from '../../src/usecases/declaring/raise-alert';
import { recoverAlert } from '../../src/usecases/declaring/recover-alert';
import { aDoor, firing, keptAlerts } from '../fixtures/alerts';
import { anIncident, at } from '../fixtures/incidents';
import { someSettings } from '../fixtures/settings';
import { FakeIncidentNotes } from './incident-notes';
import { FakeJobs } from './jobs';
import { FakeSettings } from './settings';

type Said = {
  readonly detected?: Instant;
  readonly severity?: Severity;
  readonly service?: string;
};

/** A site whose tools tell alerts; Jira takes every issue, and jobs run when they are let. */
export class AlertWorld {
  readonly kept = keptAlerts();
  readonly jobs = new FakeJobs();
  readonly made: Incident[] = [];
  now = at('12:00');
  /** Answers that are still to get lost: what was asked for is done all the same. */
  lost = 0;
  private readonly marks = new Map<string, IncidentId>();
  private readonly over = new Set<IncidentId>();

  constructor(readonly door: KnownDoor = aDoor({ groupBy: ['service'] })) {}

  readonly deps = {
    ...this.kept,
    jobs: this.jobs,
    now: () => this.now,
    settings: new FakeSettings(() => someSettings()),
    incidentNotes: new FakeIncidentNotes(),
    incidents: {
      get: async (id: IncidentId): Promise<Incident> => {
        await soon();
        const found = this.made.find((one) => one.id === id);
        if (!found) throw new IncidentError('not-found', `No ${id}`);
        return this.over.has(id) ? { ...found, phase: 'resolved' } : found;
      },
      setTimes: () => Promise.resolve(),
      setSeverity: noCall,
      assign: noCall,
      moveTo: noCall,
    },
    raising: {
      raise: async (_: unknown, mark: string) => {
        await soon();
        const id = String(10_100 + this.made.length) as IncidentId;
        this.made.push(anIncident({ id, created: this.now }));
        this.marks.set(mark, id);
        this.mayLose();
        return { id };
      },
      find: (mark: string) => Promise.resolve(this.marks.get(mark)),
      fill: () => Promise.resolve([]),
    },
  };

  /** A tool tells that an alert fires. */
  fire(alertId: string, said: Said = {}) {
    const { service = 'Payments', ...rest } = said;
    const words = { summary: `${alertId} fails`, source: 'monitoring', service } as const;
    return acceptAlert(this.deps, this.door, firing({ alertId, ...words, ...rest }));
  }

  /** A tool tells that one is over. */
  recover(alertId: string, recoveredAt?: Instant) {
    const declaration = { alertId, summary: alertId, source: 'monitoring' } as const;
    const said = recoveredAt === undefined ? {} : { recoveredAt };
    return recoverAlert(this.deps, this.door, { declaration, ...said });
  }

  end(id: IncidentId): void {
    this.over.add(id);
  }

  open(): readonly Incident[] {
    return this.made.filter(({ id }) => !this.over.has(id));
  }

  pass(minutes: number): void {
    this.now = instantAt(this.now + minutes * 60_000);
  }

  /**
   * Lets all jobs run at the same time, each again until it is done. Those of one alert run one after the other; those
   * of one outage, which Forge runs so too, have to stand it.
   */
  async work(): Promise<void> {
    for (let round = 0; round < 50; round += 1) {
      const jobs = this.jobs.take('raise');
      if (jobs.length === 0) return;
      await Promise.all([...new Set(jobs.map(({ alert }) => alert))].map((one) => this.run(one)));
    }
    throw new Error('Jobs never end');
  }

  /** What timelines are told, each once. */
  lines(): readonly Draft[] {
    const drafts = this.jobs.of('append').flatMap((job) => job.drafts);
    return [...new Map(drafts.map((draft) => [draft.id, draft])).values()];
  }

  private async run(alert: string): Promise<void> {
    try {
      await raiseAlert(this.deps, alert);
    } catch (error) {
      if (!(error instanceof IncidentError) || error.code !== 'unavailable') throw error;
      await this.jobs.handOver({ kind: 'raise', alert });
    }
  }

  private mayLose(): void {
    if (this.lost === 0) return;
    this.lost -= 1;
    throw new IncidentError('unavailable', 'The answer was lost', { failure: 'uncertain' });
  }
}

const noCall = () => Promise.reject(new Error('not part of this'));

/** Others have a chance to be faster. */
function soon(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
