import { type ImpactTimes, TIME_NAMES, type TimeName } from '../../src/domain/clocks/clocks';
import { IncidentError } from '../../src/domain/errors';
import { type Author, type Change } from '../../src/domain/incident/history';
import { type Incident } from '../../src/domain/incident/incident';
import { type Phase } from '../../src/domain/incident/lifecycle';
import { type Instant, keeps, minuteOf } from '../../src/domain/time';
import { type OfIncident } from '../../src/ports/clocks/figure-fields';
import { anIncident, DANA } from '../fixtures/incidents';
import { FakeFindings } from './findings';
import { FakeJobs } from './jobs';
import { FakeIncidentNotes } from './incident-notes';

const PERSON: Author = { ...DANA, isApp: false };
const APP: Author = { id: PERSON.id, name: 'The app', isApp: true };

/** How finely a Jira keeps its date-time fields; tests of the clocks go over both. */
export const MOMENTS = ['exact', 'minute'] as const;
export type Moments = (typeof MOMENTS)[number];

/** One incident in a Jira that keeps a change log, may refuse what we write, and counts it. */
export class World {
  incident: Incident;
  readonly changes: Change[] = [];
  readonly notes = new FakeIncidentNotes();
  readonly findings = new FakeFindings();
  readonly refused = new Set<TimeName>();
  writes = 0;
  now = 0 as Instant;
  private readonly author = { now: PERSON };

  /** @param moments how finely Jira keeps its date-time fields */
  constructor(
    readonly moments: Moments = 'exact',
    created = 0 as Instant,
  ) {
    this.incident = anIncident({ created, statusSince: created });
    this.now = created;
  }

  /** What the use cases need, acting as a person or as the app; `seen` is what they read at first, now or earlier. */
  deps(as: 'person' | 'app', seen?: Incident) {
    const by = as === 'app' ? APP : PERSON;
    let first = seen;
    const read = () => {
      const incident = first ?? this.incident;
      first = undefined;
      return incident;
    };
    const noCall = () => Promise.reject(new Error('not part of this world'));
    return {
      incidents: {
        get: () => Promise.resolve(read()),
        setTimes: (incident: Incident, times: ImpactTimes) => this.write(by, incident, times),
        setSeverity: noCall,
        assign: noCall,
        moveTo: noCall,
      },
      histories: { of: () => Promise.resolve(new Map([[this.incident.id, [...this.changes]]])) },
      incidentNotes: this.notes,
      figureFields: {
        write: (_id: unknown, figures: Incident['figures']) => {
          this.writes += 1;
          this.incident = { ...this.incident, figures };
          return Promise.resolve();
        },
        writeMany: async (of: readonly OfIncident[]) => {
          for (const { id, figures } of of) await this.deps(as).figureFields.write(id, figures);
        },
      },
      findings: this.findings,
      jobs: new FakeJobs(),
      raising: { fill: noCall },
      now: () => this.now,
    };
  }

  /** Somebody writes a field in Jira's own editors. @returns whether that changed anything. */
  edit(name: TimeName, moment: Instant | undefined): boolean {
    if (this.incident.times[name] === this.kept(moment)) return false;
    this.author.now = PERSON;
    this.set({ [name]: moment });
    return true;
  }

  move(to: Phase): void {
    const from = this.incident.phase;
    this.changes.push({ at: this.now, by: PERSON, phase: { from, to } });
    this.incident = { ...this.incident, phase: to, statusSince: this.now };
  }

  private write(by: Author, seen: Incident, times: ImpactTimes): Promise<void> {
    const changed = TIME_NAMES.filter((name) => !keeps(seen.times[name], times[name]));
    this.writes += 1;
    if (changed.some((name) => this.refused.has(name))) {
      return Promise.reject(new IncidentError('refused', '400', { subject: 'Not on the screen.' }));
    }
    this.author.now = by;
    this.set(Object.fromEntries(changed.map((name) => [name, times[name]])));
    return Promise.resolve();
  }

  private kept(moment: Instant | undefined): Instant | undefined {
    return moment === undefined || this.moments === 'exact' ? moment : minuteOf(moment);
  }

  private set(sent: { readonly [Name in TimeName]?: Instant | undefined }): void {
    const before = this.incident.times;
    const times = Object.fromEntries(
      Object.entries(sent).map(([name, moment]) => [name, this.kept(moment)]),
    ) as typeof sent;
    const names = TIME_NAMES.filter((name) => name in times && before[name] !== times[name]);
    if (names.length === 0) return;
    const logged = names.map((name) => [
      name,
      { from: before[name] ?? null, to: times[name] ?? null },
    ]);
    const change = { at: this.now, by: this.author.now };
    this.changes.push({ ...change, times: Object.fromEntries(logged) as Change['times'] });
    this.incident = { ...this.incident, times: defined({ ...before, ...times }) };
  }
}

function defined(times: { readonly [Name in TimeName]?: Instant | undefined }): ImpactTimes {
  return Object.fromEntries(
    TIME_NAMES.flatMap((name) => (times[name] === undefined ? [] : [[name, times[name]]])),
  );
}
