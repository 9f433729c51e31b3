import { type EntryView, type IncidentView } from '../../../../src/contract';
import { loadTexts } from '../../../../static/kit/texts/texts';
import { type Telling } from '../../../../static/incident-panel/timeline/telling';

export const NOON = Date.parse('2026-03-02T12:00:00Z');
export const MINUTE = 60_000;

const NAMES = { dana: 'Dana Okafor', ines: 'Ines Brandt', tomasz: 'Tomasz Lis' };

/** Entries as the log has them, a minute apart. */
export function logOf(
  ...said: readonly (Partial<EntryView> & Pick<EntryView, 'what'>)[]
): readonly EntryView[] {
  return said.map((one, n) => ({
    seq: n + 1,
    id: `e${n + 1}`,
    at: NOON + n * MINUTE,
    saidAt: NOON + n * MINUTE,
    by: 'dana',
    salt: 's',
    digest: 'd',
    before: '',
    hash: 'h',
    ...one,
  }));
}

export async function telling(locale: 'en-US' | 'de-DE' = 'en-US'): Promise<Telling> {
  const viewer = { locale, timeZone: 'UTC', t: await loadTexts(locale), person: 'dana' };
  const now = NOON + 60 * MINUTE;
  return { viewer, names: NAMES, roles: { 'own:scribe': 'Scribe' }, now };
}

const RESPONSE: IncidentView['response'] = {
  seq: 0,
  answers: {},
  theories: [],
  observations: [],
  experiments: [],
  promises: { past: [], kept: 0, missed: 0 },
  told: { internal: { count: 0 }, external: { count: 0 } },
  ticks: {},
  skipped: {},
  roles: [],
  people: {},
  handedOver: 0,
  cleanUps: [],
  steps: [],
  checklist: [],
  cadenceMinutes: 30,
  handOverHours: 8,
  rooms: { chatChannel: null, videoCall: null, stateDocument: null },
  faultyService: null,
  affectedProducts: [],
  rules: { supportJql: null, cleanUpProject: null, reviewSpace: null },
};

/** An incident about which nothing is known. */
export function anIncident(
  more: Partial<Omit<IncidentView, 'response'>> = {},
  response: Partial<IncidentView['response']> = {},
): IncidentView {
  return {
    id: '10001',
    doubts: [],
    updated: null,
    key: 'HOT-1',
    summary: 'Checkout is down',
    severity: null,
    phase: 'fixing',
    incidentManager: null,
    created: '2026-03-02T12:00:00.000Z',
    times: { impactStart: null, impactDetected: null, impactRecovered: null },
    notes: { impactStart: null, impactDetected: null, impactRecovered: null },
    former: [],
    alerts: null,
    unwritten: [],
    detectedByDefault: false,
    figures: { ttdMinutes: null, ttrMinutes: null },
    wrongPair: null,
    clock: null,
    next: null,
    missing: [],
    pending: [],
    detection: null,
    confirmed: null,
    cancelled: null,
    mayEdit: true,
    viewer: 'dana',
    now: '2026-03-02T13:00:00.000Z',
    ...more,
    response: { ...RESPONSE, ...response },
  };
}
