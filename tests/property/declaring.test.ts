import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Attempt,
  DECLARED_FIELDS,
  type DeclaredField,
  type Raised,
} from '../../src/domain/declaring/declaration';
import { IncidentError } from '../../src/domain/errors';
import { type Incident } from '../../src/domain/incident/incident';
import { stillPending } from '../../src/domain/declaring/pending';
import { type Severity } from '../../src/domain/incident/severity';
import { type Raising } from '../../src/ports/declaring/raising';
import { fillPending, withTried } from '../../src/usecases/declaring/fill-pending';
import { raiseAlert } from '../../src/usecases/declaring/raise-alert';
import { FakeIncidents } from '../fakes/incidents';
import { FakeJobs } from '../fakes/jobs';
import { FakeIncidentNotes } from '../fakes/incident-notes';
import { keptAlerts, told } from '../fixtures/alerts';
import { anIncident, at } from '../fixtures/incidents';
import { someSettings } from '../fixtures/settings';

const settings = someSettings();
const NAMES = {
  service: settings.services[0]?.name ?? '',
  product: settings.products[0]?.name ?? '',
};
const ALERT = {
  alertId: 'a',
  summary: 'Card payments fail',
  description: 'All.',
  severity: 1 as const,
  service: NAMES.service,
  products: [NAMES.product],
  source: 'monitoring' as const,
};

/** A Jira that refuses some fields, names them one by one or all at once, or says nothing of them. */
class Site implements Raising {
  incidents = new FakeIncidents([]);
  readonly incident = (): Promise<Incident> => this.incidents.get(anIncident().id);
  made = 0;
  text = false;

  constructor(
    readonly refuses: Set<DeclaredField>,
    private readonly tells: 'all' | 'first' | 'nothing',
  ) {}

  raise({ wish }: Attempt): Promise<Raised> {
    const against = DECLARED_FIELDS.filter((field) => wish[field] && this.refuses.has(field));
    const named = this.tells === 'first' ? against.slice(0, 1) : against;
    const told = this.tells === 'nothing' ? [] : named;
    if (against.length > 0) {
      const fields = Object.fromEntries(told.map((field) => [field, `Not ${field}.`]));
      return Promise.resolve({ refusal: { fields, said: 'No.' } });
    }
    this.made += 1;
    this.incidents = new FakeIncidents([
      { ...anIncident(), severity: undefined, faultyService: null, affectedProducts: [] },
    ]);
    return this.put(wish).then(() => ({ id: anIncident().id }));
  }

  find = () => Promise.resolve(this.made > 0 ? anIncident().id : undefined);

  async fill(_: Incident, field: DeclaredField, wanted: readonly string[]) {
    if (this.refuses.has(field))
      throw new IncidentError('refused', '400', { subject: 'Still no.' });
    await this.put({ [field]: wanted });
    return [];
  }

  private async put(wish: Attempt['wish']): Promise<void> {
    const before = await this.incident();
    const choice = (name: string) => ({ id: name, name });
    this.text ||= wish.description !== undefined;
    const [level] = wish.severity ?? [];
    const [service] = wish.faultyService ?? [];
    this.incidents = new FakeIncidents([
      {
        ...before,
        severity: level === undefined ? before.severity : (Number(level) as Severity),
        faultyService: service === undefined ? before.faultyService : choice(service),
        affectedProducts: wish.affectedProducts?.map(choice) ?? before.affectedProducts,
      },
    ]);
  }
}

function deps(site: Site, kept: ReturnType<typeof keptAlerts>, incidentNotes: FakeIncidentNotes) {
  return {
    ...kept,
    incidentNotes,
    raising: site,
    now: () => at('10:05'),
    incidents: {
      get: site.incident,
      setTimes: () => Promise.resolve(),
      setSeverity: noCall,
      assign: noCall,
      moveTo: noCall,
    },
    settings: { get: () => Promise.resolve({ version: 1, settings }) } as never,
    jobs: new FakeJobs(),
  };
}
const noCall = () => Promise.reject(new Error('not part of this'));

function has({ severity, faultyService, affectedProducts = [] }: Incident, text: boolean) {
  return DECLARED_FIELDS.filter(
    (field) =>
      ({
        severity: severity !== undefined,
        faultyService: !!faultyService,
        description: text,
        affectedProducts: affectedProducts.length > 0,
      })[field],
  );
}

test('whatever Jira refuses, there is one incident, and what it lacks is pending until it is taken', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.subarray([...DECLARED_FIELDS]),
      fc.constantFrom('all' as const, 'first' as const, 'nothing' as const),
      fc.integer({ min: 1, max: 3 }),
      async (refused, tells, times) => {
        const site = new Site(new Set(refused), tells);
        const [kept, incidentNotes] = [keptAlerts(), new FakeIncidentNotes()];
        await kept.alerts.accept(told(ALERT, at('10:00')));
        for (let n = 0; n < times; n += 1) await raiseAlert(deps(site, kept, incidentNotes), 'a');
        expect(site.made).toBe(1);
        expect(await kept.alerts.open()).toEqual([]);
        const pendingNow = async () => {
          const notes = await incidentNotes.get(anIncident().id);
          return stillPending(await site.incident(), notes).map(({ field }) => field);
        };
        const there = has(await site.incident(), site.text);
        const rest = DECLARED_FIELDS.filter((field) => !there.includes(field));
        expect(await pendingNow()).toEqual(rest);
        // One by one or all at once, only what was refused is left out.
        if (tells !== 'nothing') expect([...rest].sort()).toEqual([...refused].sort());
        await settle(site, incidentNotes);
        expect(await pendingNow()).toEqual(DECLARED_FIELDS.filter((one) => refused.includes(one)));
        site.refuses.clear();
        await settle(site, incidentNotes);
        expect(await pendingNow()).toEqual([]);
        expect(has(await site.incident(), site.text)).toEqual([...DECLARED_FIELDS]);
      },
    ),
  );
});

async function settle(site: Site, incidentNotes: FakeIncidentNotes): Promise<void> {
  const { id } = anIncident();
  const tried = await fillPending(site, await site.incident(), await incidentNotes.get(id));
  await incidentNotes.change(id, (notes) => withTried(notes, tried));
}
