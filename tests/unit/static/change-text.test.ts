import { expect, test } from '@jest/globals';
import { type Change } from '../../../src/contract/admin';
import { changesBetween } from '../../../src/domain/settings/changes';
import { subjectOf, summaryOf } from '../../../static/admin/settings/change-text';
import { loadTexts } from '../../../static/kit/texts/texts';
import { CHECKOUT, PAYMENTS, someSettings, UNKNOWN } from '../../fixtures/settings';

/** Every kind of change there is. */
function everyChange(): Change[] {
  const base = someSettings();
  const { levels } = base.scale;
  const till = { id: 'till', name: 'Till' };
  const hub = { id: 'hub', name: 'Hub' };
  const before = someSettings({
    services: [CHECKOUT, PAYMENTS, till, UNKNOWN],
    products: [...base.products, till, hub],
  });
  const after = someSettings({
    services: [
      { ...PAYMENTS, name: 'Payment desk' },
      { ...CHECKOUT, deliveryTeam: 'Core' },
      hub,
      { id: 'vault', name: 'Vault' },
      UNKNOWN,
    ],
    products: [hub, { id: 'shop', name: 'Shop' }, { id: 'till', name: 'Till' }, CHECKOUT],
    scale: {
      levels: { ...levels, 2: { label: '2 – Grave', text: 'Hm.' } },
    },
    agreements: [
      { severity: 1, cadenceMinutes: 20 },
      { severity: 2, cadenceMinutes: 60 },
      { severity: 3 },
      { severity: 1, service: 'payments' },
    ],
  });
  return changesBetween(before, after);
}

test('the bar says in short what was changed', async () => {
  expect(summaryOf(everyChange(), await loadTexts('en-US'))).toEqual([
    '1 service changed',
    '1 service renamed',
    '1 service removed',
    '2 services added',
    'Services put in another order',
    '1 product renamed',
    '1 product removed',
    '1 product added',
    'Products put in another order',
    'Severity 2: name changed',
    'Severity 2: meaning changed',
    'Page of the scale changed',
    '1 agreement changed',
    '1 agreement removed',
    '1 agreement added',
  ]);
});

test('in German too, and each change has a subject', async () => {
  const t = await loadTexts('de_DE');
  const changes = everyChange();
  expect(summaryOf(changes, t)).toContain('2 Services hinzugefügt');
  expect(changes.map((change) => subjectOf(change, t))).not.toContain('');
  expect(changes.map((change) => subjectOf(change, t))).toContain('Schweregrad 1, Payment desk');
});
