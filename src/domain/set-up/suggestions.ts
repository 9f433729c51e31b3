import { type FieldKind, fieldOf, NATIVE_FIELD_NAMES, type NativeField } from '../incident/fields';
import { type Phase } from '../incident/lifecycle';
import { SEVERITIES, type Severity } from '../incident/severity';

/*
 * Guesses at which of a site's own words mean ours, for an administrator to look over. They go by name, in English and
 * German, and by kind; where nothing fits, nothing is suggested.
 */

type NamedThing = { readonly id: string; readonly name: string };

/** Jira's three categories of status. */
export type StatusCategory = 'new' | 'indeterminate' | 'done';

const FIELD_WORDS: Readonly<Record<NativeField, readonly string[]>> = {
  severity: [
    'severity',
    'schweregrad',
    'sev',
    'impact level',
    'incident level',
    'criticality',
    'priority level',
  ],
  faultyService: [
    'faulty service',
    'fehlerhafter service',
    'component at fault',
    'service',
    'system',
    'component',
  ],
  affectedProducts: [
    'affected products',
    'betroffene produkte',
    'affected services',
    'products',
    'produkte',
  ],
  drill: ['drill', 'übung', 'exercise', 'test incident'],
  impactStart: [
    'impact start',
    'beginn der auswirkungen',
    'started at',
    'start time',
    'incident start',
    'start',
    'beginn',
  ],
  impactDetected: [
    'impact detected',
    'erkennung der auswirkungen',
    'noticed at',
    'detected at',
    'detection time',
    'detected',
    'noticed',
    'erkannt',
  ],
  impactRecovered: [
    'impact recovered',
    'ende der auswirkungen',
    'over at',
    'recovered at',
    'resolved at',
    'end time',
    'incident end',
    'recovered',
    'ende',
  ],
  chatChannel: ['chat channel', 'chatkanal', 'slack channel', 'war room', 'chat'],
  videoCall: ['video call', 'videoanruf', 'bridge', 'conference', 'call'],
  stateDocument: ['incident state document', 'statusdokument', 'document', 'dokument', 'runbook'],
};

const PHASE_WORDS: Readonly<Record<Phase, readonly string[]>> = {
  cancelled: [
    'cancel',
    'reject',
    'abgebrochen',
    'abgelehnt',
    "won't",
    'duplicate',
    'duplikat',
    'declined',
    'invalid',
    'no incident',
    'kein vorfall',
  ],
  resolved: [
    'resolved',
    'erledigt',
    'done',
    'closed',
    'fertig',
    'geschlossen',
    'gelöst',
    'completed',
    'behoben',
  ],
  fixing: [
    'fixing',
    'behebung',
    'progress',
    'working',
    'in arbeit',
    'investigating',
    'mitigat',
    'identified',
    'monitoring',
  ],
  new: [
    'new',
    'neu',
    'open',
    'offen',
    'to do',
    'triage',
    'reported',
    'gemeldet',
    'backlog',
    'waiting',
  ],
};

const BY_CATEGORY: Readonly<Record<StatusCategory, Phase>> = {
  new: 'new',
  indeterminate: 'fixing',
  done: 'resolved',
};

/** The phase that a status most likely stands for; its category decides where the name says nothing. */
export function suggestPhase(name: string, category: StatusCategory): Phase {
  const said = name.toLowerCase();
  const phases = ['cancelled', 'resolved', 'fixing', 'new'] as const;
  return (
    phases.find((phase) => PHASE_WORDS[phase].some((word) => said.includes(word))) ??
    BY_CATEGORY[category]
  );
}

/** The fields that most likely mean ours: each of the right kind, and none for two. */
export function suggestFields(
  fields: readonly (NamedThing & { readonly kind: FieldKind })[],
): Readonly<Partial<Record<NativeField, string>>> {
  const taken = new Set<string>();
  const chosen: Partial<Record<NativeField, string>> = {};
  for (const exact of [true, false]) {
    for (const name of NATIVE_FIELD_NAMES.filter((one) => chosen[one] === undefined)) {
      const fitting = fields.filter(
        ({ id, kind }) => kind === fieldOf(name).kind && !taken.has(id),
      );
      const found = FIELD_WORDS[name]
        .map((word) => fitting.find((one) => matches(one.name, word, exact)))
        .find((one) => one !== undefined);
      if (!found) continue;
      chosen[name] = found.id;
      taken.add(found.id);
    }
  }
  return chosen;
}

function matches(name: string, word: string, exact: boolean): boolean {
  const said = name.toLowerCase();
  return exact
    ? said === word
    : said
        .split(/[^\p{L}]+/u)
        .join(' ')
        .includes(word);
}

const TYPE_WORDS = [
  'incident',
  '[system] incident',
  'vorfall',
  '[system] vorfall',
  'störung',
  'outage',
  'ausfall',
  'emergency',
];

/** The issue type that most likely is the incident. */
export function suggestType<Type extends NamedThing>(types: readonly Type[]): Type | undefined {
  return TYPE_WORDS.map((word) => types.find(({ name }) => name.toLowerCase() === word)).find(
    (type) => type !== undefined,
  );
}

/** The level of an option: the number it carries (`P2`, `SEV 1`, `3 – Minor`), else its place in the list. */
export function suggestLevel(option: string, place: number): Severity {
  const number = Number(/\d/.exec(option)?.[0]);
  const level = SEVERITIES.find((severity) => severity === number);
  if (level) return level;
  return number > 3 ? 3 : (SEVERITIES[Math.min(place, 2)] ?? 3);
}

/**
 * Names of the incident type that Jira's event filter lets through: manifest.yml lists them, because a filter cannot
 * ask the store. Changes to incidents of another name are found once an hour.
 */
export const TOLD_TYPE_NAMES: readonly string[] = [
  'Incident',
  '[System] Incident',
  'Vorfall',
  '[System] Vorfall',
  'Incidente',
  'Incidencia',
  'Incydent',
  'Hændelse',
  'Hendelse',
  'Tapaus',
  'Инцидент',
  'インシデント',
  '인시던트',
  '事件',
];
