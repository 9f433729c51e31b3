import { describe, expect, it } from '@jest/globals';
import {
  suggestFields,
  suggestLevel,
  suggestPhase,
  suggestType,
  TOLD_TYPE_NAMES,
} from '../../../src/domain/set-up/suggestions';
import { read } from '../../support/project';

describe('the phase that a status stands for', () => {
  it.each([
    ['Open', 'new', 'new'],
    ['Working', 'indeterminate', 'fixing'],
    ['Done', 'done', 'resolved'],
    ['Rejected', 'done', 'cancelled'],
    ['In Arbeit', 'indeterminate', 'fixing'],
    ['Abgebrochen', 'done', 'cancelled'],
    ['Monitoring', 'indeterminate', 'fixing'],
    ['Klärung', 'new', 'new'],
    ['Parked', 'done', 'resolved'],
  ] as const)('%s, of category %s, is %s', (name, category, phase) => {
    expect(suggestPhase(name, category)).toBe(phase);
  });
});

describe('the fields that mean ours', () => {
  it('are found by name and kind, none for two', () => {
    const fields = [
      { id: '1', name: 'Impact level', kind: 'select' },
      { id: '2', name: 'Component at fault', kind: 'select' },
      { id: '3', name: 'Started at', kind: 'moment' },
      { id: '4', name: 'Noticed at', kind: 'moment' },
      { id: '5', name: 'Over at', kind: 'moment' },
      { id: '6', name: 'Severity', kind: 'url' },
    ] as const;
    expect(suggestFields(fields)).toEqual({
      severity: '1',
      faultyService: '2',
      impactStart: '3',
      impactDetected: '4',
      impactRecovered: '5',
    });
  });

  it('an exact name goes before one that only holds the word', () => {
    const fields = [
      { id: '1', name: 'Incident severity (old)', kind: 'select' },
      { id: '2', name: 'Schweregrad', kind: 'select' },
    ] as const;
    expect(suggestFields(fields).severity).toBe('2');
  });

  it('nothing fits, nothing is suggested', () => {
    expect(suggestFields([{ id: '1', name: 'Sprint goal', kind: 'select' }])).toEqual({});
  });
});

it.each([
  ['P1', 0, 1],
  ['SEV 2 (major)', 0, 2],
  ['P4', 3, 3],
  ['Low', 2, 3],
  ['Highest', 0, 1],
] as const)('the option %s in place %d is level %d', (option, place, level) => {
  expect(suggestLevel(option, place)).toBe(level);
});

it('the incident type is known by its name', () => {
  const types = ['Task', 'Outage', '[System] Incident'].map((name, n) => ({ id: String(n), name }));
  expect(suggestType(types)?.name).toBe('[System] Incident');
  expect(suggestType([{ id: '1', name: 'Task' }])).toBeUndefined();
});

it('the names that are told at once are those of the filter in the manifest', () => {
  const inFilter = [...read('manifest.yml').matchAll(/issuetype\?\.name == '([^']+)'/g)];
  expect(inFilter.map(([, name]) => name)).toEqual(TOLD_TYPE_NAMES);
});
