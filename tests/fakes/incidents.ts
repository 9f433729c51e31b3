import { type Figures, type ImpactTimes } from '../../src/domain/clocks/clocks';
import { IncidentError } from '../../src/domain/errors';
import {
  type Incident,
  type IncidentId,
  type Person,
  type PersonId,
} from '../../src/domain/incident/incident';
import { type Severity } from '../../src/domain/incident/severity';
import { minuteOf } from '../../src/domain/time';
import { type FigureFields, type OfIncident } from '../../src/ports/clocks/figure-fields';
import { type Incidents } from '../../src/ports/incident/incidents';
import { type Moments } from './world';

/** Incidents in memory; it keeps the promises of the port, and counts what was written. */
export class FakeIncidents implements Incidents, FigureFields {
  readonly writes: string[] = [];
  private readonly people: readonly Person[];
  private readonly incidents = new Map<IncidentId, Incident>();

  /** @param moments how finely Jira keeps its date-time fields */
  constructor(
    incidents: readonly Incident[],
    people: readonly Person[] = [],
    private readonly moments: Moments = 'exact',
  ) {
    this.people = people;
    for (const incident of incidents) this.incidents.set(incident.id, incident);
  }

  get(id: IncidentId): Promise<Incident> {
    const found = this.incidents.get(id);
    return found
      ? Promise.resolve(found)
      : Promise.reject(new IncidentError('not-found', `No incident ${id}`));
  }

  async setTimes({ id }: Incident, times: ImpactTimes): Promise<void> {
    const kept = Object.entries(times).map(([name, moment]) => {
      return [name, this.moments === 'minute' ? minuteOf(moment) : moment] as const;
    });
    await this.change('times', id, { times: Object.fromEntries(kept) });
  }

  async setSeverity({ id }: Incident, severity: Severity): Promise<void> {
    await this.change('severity', id, { severity });
  }

  async assign({ id }: Incident, person: PersonId): Promise<void> {
    const name = this.people.find((one) => one.id === person)?.name ?? person;
    await this.change('assign', id, { incidentManager: { id: person, name } });
  }

  async moveTo({ id }: Incident, phase: Incident['phase']): Promise<void> {
    if ((await this.get(id)).phase !== phase) await this.change('move', id, { phase });
  }

  async write(id: IncidentId, figures: Figures): Promise<void> {
    await this.change('figures', id, { figures });
  }

  async writeMany(of: readonly OfIncident[]): Promise<void> {
    for (const { id, figures } of of) await this.write(id, figures);
  }

  private async change(what: string, id: IncidentId, change: Partial<Incident>): Promise<void> {
    this.incidents.set(id, { ...(await this.get(id)), ...change });
    this.writes.push(what);
  }
}
