import { describe, expect, it } from '@jest/globals';
import { type IncidentView } from '../../../src/contract';
import {
  filled,
  gapsIn,
  nameFor,
  type Tongue,
  wholeText,
} from '../../../static/incident-panel/updates/words';
import { textsIn } from '../../support/texts';

function tongue(locale: 'en-US' | 'de-DE'): Tongue {
  return { locale, t: textsIn(locale) };
}
const EN = tongue('en-US');
const DE = tongue('de-DE');

function view(about: object = {}, response: object = {}): IncidentView {
  return {
    key: 'HOT-7',
    severity: 1,
    summary: 'Card payments fail',
    phase: 'fixing',
    ...about,
    response: {
      affectedProducts: ['Web shop', 'Mobile app', 'Store till'],
      answers: {},
      theories: [],
      experiments: [],
      cadenceMinutes: 30,
      told: { internal: { count: 0 }, external: { count: 0 } },
      ...response,
    },
  } as unknown as IncidentView;
}

describe('the first words', () => {
  it.each([
    [
      EN,
      'internal',
      'We are investigating an incident affecting Web shop, Mobile app and Store till. We will provide updates via email and Statuspage shortly.',
    ],
    [
      DE,
      'internal',
      'Wir untersuchen derzeit einen Vorfall, der Web shop, Mobile app und Store till betrifft. In Kürze veröffentlichen wir aktuelle Informationen per E-Mail und auf der Statusseite.',
    ],
    [
      EN,
      'external',
      'We are investigating issues with Web shop, Mobile app and Store till and will provide updates here soon.',
    ],
    [
      DE,
      'external',
      'Wir untersuchen derzeit Probleme bei Web shop, Mobile app und Store till und werden hier in Kürze aktuelle Informationen zur Verfügung stellen.',
    ],
  ] as const)('are the handbook’s, %#', (inTongue, side, lead) => {
    expect(filled(side, view(), inTongue).lead).toBe(lead);
  });

  it('have the handbook’s names, and the key stays inside', () => {
    expect(nameFor('internal', view(), EN)).toBe('HOT-7 – 1 – Critical – Card payments fail');
    expect(nameFor('internal', view(), DE)).toBe('HOT-7 – 1 – Kritisch – Card payments fail');
    expect(nameFor('external', view(), EN)).toBe(
      'Investigating issues with Web shop, Mobile app and Store till',
    );
    expect(nameFor('external', view(), DE)).toBe(
      'Untersuchung eines Vorfalls bei Web shop, Mobile app und Store till',
    );
    for (const said of [filled('external', view(), EN), nameFor('external', view(), EN)]) {
      expect(JSON.stringify(said)).not.toContain('HOT-7');
    }
  });
});

describe('an update', () => {
  const answers = {
    impact: { text: 'Every second payment fails' },
    affected: { text: 'All' },
    cause: { text: 'A pool that is too small' },
  };
  const later = view(
    {},
    {
      answers,
      told: { internal: { count: 1 }, external: { count: 1 } },
      theories: [{ state: 'open', text: 'The pool is too small', experiments: [] }],
      experiments: [
        { text: 'Restart with 40' },
        { text: 'Restart with 20', result: { text: 'no' } },
      ],
    },
  );

  it('is filled from the answers; what nobody knows is said openly', () => {
    const parts = filled('internal', later, EN);
    expect(parts.status.split('\n')).toEqual([
      'Impact: Every second payment fails',
      'Affected: All',
      'Cause: A pool that is too small',
      'Expected recovery: unknown so far',
    ]);
    expect(parts.steps.split('\n')).toEqual(['Restart with 40', 'Checking: The pool is too small']);
    expect(parts.nextMinutes).toBe(30);
  });

  it('is read in the order of the pattern', () => {
    const parts = { ...filled('internal', later, EN), lead: 'Half of the payments fail.' };
    const text = wholeText('internal', parts, { name: 'The name', next: '14:30', t: EN.t });
    expect(text.split('\n\n')).toEqual([
      'The name',
      'Half of the payments fail.',
      'Current status\n• Impact: Every second payment fails\n• Affected: All\n• Cause: A pool that is too small\n• Expected recovery: unknown so far',
      'Next steps\n• Restart with 40\n• Checking: The pool is too small',
      'Next update: 14:30, in HOT-7.',
    ]);
  });

  it('says what readers will ask', () => {
    const { response } = later;
    const parts = filled('internal', later, EN);
    expect(gapsIn('internal', response, parts).unanswered).toEqual(['recovery']);
    expect(gapsIn('internal', response, { ...parts, status: 'one' }).points).toBe(1);
    expect(gapsIn('external', view().response, parts).unanswered).toEqual(['impact', 'recovery']);
  });

  it('once it is over says so, and that no more follow', () => {
    const over = view({ phase: 'resolved' }, { answers });
    const parts = filled('internal', over, EN);
    expect(parts).toMatchObject({ steps: '', nextMinutes: null });
    const text = wholeText('internal', parts, { name: 'N', next: null, t: EN.t });
    expect(text).toContain('is resolved');
    expect(text).toContain('No more updates follow.');
    const outside = wholeText('external', filled('external', over, DE), {
      name: 'N',
      next: null,
      t: DE.t,
    });
    expect(outside).toContain('Eine Auswertung folgt.');
  });
});
