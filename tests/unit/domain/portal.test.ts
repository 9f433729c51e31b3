import { expect, test } from '@jest/globals';
import { FORM_FIELDS, missingOnForm, unhelpedOnForm } from '../../../src/domain/portal/portal';

const IDS = {
  severity: 'customfield_1',
  faultyService: 'customfield_2',
  affectedProducts: 'customfield_3',
};

test.each([
  ['a new form, which asks the summary alone', ['summary'], IDS, FORM_FIELDS.slice(1)],
  [
    'a form with all five',
    ['customfield_3', 'customfield_2', 'customfield_1', 'description', 'summary'],
    IDS,
    [],
  ],
  [
    'a form with fields of its own',
    ['summary', 'description', 'labels', 'customfield_1'],
    IDS,
    ['faultyService', 'affectedProducts'],
  ],
  [
    'a site without products',
    ['summary', 'description'],
    { severity: 'customfield_1' },
    ['severity'],
  ],
])('what is missing on %s', (_, onForm, ids, missing) => {
  const fields = onForm.map((id) => ({ id, help: '' }));
  expect(missingOnForm(fields, ids)).toEqual(missing);
});

test('what is asked without a word of help is named, whatever else the form asks', () => {
  const fields = [
    { id: 'summary', help: 'What is the emergency?' },
    { id: 'description', help: ' \n' },
    { id: 'labels', help: '' },
    { id: 'customfield_1', help: '' },
  ];
  expect(unhelpedOnForm(fields, IDS)).toEqual(['description', 'severity']);
  expect(unhelpedOnForm([], IDS)).toEqual([]);
});
