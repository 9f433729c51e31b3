import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toAdf, toText } from '../../../sandbox/pages/adf/text';
import { draftsFor } from '../../../sandbox/pages/create/prefill';
import { EMPTY, fromDraft, isEmpty, toDraft } from '../../../sandbox/pages/fields/draft';
import { kindOf, type FieldKind } from '../../../sandbox/pages/fields/kind';
import { fromWall, toWall } from '../../../sandbox/pages/text/moment';

const TYPE = 'com.atlassian.jira.plugin.system.customfieldtypes';
const ANN = { accountId: '712020:ann', displayName: 'Ann Ames' };

describe('the kind of a field', () => {
  test.each<[string, Parameters<typeof kindOf>[0], FieldKind]>([
    ['a select list', { type: 'option', custom: `${TYPE}:select` }, 'select'],
    [
      'checkboxes',
      { type: 'array', items: 'option', custom: `${TYPE}:multicheckboxes` },
      'checkboxes',
    ],
    ['a moment', { type: 'datetime', custom: `${TYPE}:datetime` }, 'datetime'],
    ['the assignee', { type: 'user', system: 'assignee' }, 'user'],
    ['the description', { type: 'string', system: 'description' }, 'paragraphs'],
    [
      'an app’s own',
      { type: 'number', custom: 'ari:cloud:ecosystem::extension/a/b/static/c' },
      'app',
    ],
    ['an unknown text', { type: 'string', custom: 'com.example:thing' }, 'text'],
    ['an unknown thing', { type: 'sd-approvals', custom: 'com.example:approvals' }, 'other'],
  ])('%s', (_, schema, kind) => {
    expect(kindOf(schema)).toBe(kind);
  });
});

describe('a value that is typed and sent', () => {
  test.each<[FieldKind, unknown, unknown]>([
    ['select', { id: '10', value: 'Major' }, { id: '10' }],
    ['checkboxes', [{ id: '1' }, { id: '2' }], [{ id: '1' }, { id: '2' }]],
    ['datetime', '2026-03-02T12:00:00.000+0000', '2026-03-02T12:00:00.000+0000'],
    ['date', '2026-03-02', '2026-03-02'],
    ['number', 2.5, 2.5],
    ['labels', ['one', 'two'], ['one', 'two']],
    ['user', ANN, { accountId: ANN.accountId }],
    ['users', [ANN], [{ accountId: ANN.accountId }]],
    ['url', 'https://example.com', 'https://example.com'],
    ['paragraphs', toAdf('Hello\n\nWorld'), toAdf('Hello\n\nWorld')],
  ])('of kind %s comes out as Jira takes it', (kind, held, sent) => {
    const draft = toDraft(kind, held, 'Europe/Berlin');
    expect(isEmpty(draft)).toBe(false);
    expect(fromDraft(kind, draft, 'Europe/Berlin')).toEqual(sent);
  });

  test.each<[FieldKind, unknown]>([
    ['select', null],
    ['datetime', null],
    ['user', null],
    ['paragraphs', null],
    ['checkboxes', []],
    ['labels', []],
  ])('of kind %s that is emptied clears the field', (kind, sent) => {
    expect(fromDraft(kind, toDraft(kind, null, 'UTC'), 'UTC')).toEqual(sent);
  });
});

describe('the wall clock of a time zone', () => {
  test.each([
    ['Europe/Berlin', '2026-07-01T14:30', '2026-07-01T12:30:00.000Z', 'summer'],
    ['Europe/Berlin', '2026-01-01T14:30', '2026-01-01T13:30:00.000Z', 'winter'],
    ['America/Toronto', '2026-01-01T00:15', '2026-01-01T05:15:00.000Z', 'another day in UTC'],
    ['Asia/Kolkata', '2026-01-01T00:15', '2025-12-31T18:45:00.000Z', 'half an hour off'],
    [
      'Europe/Berlin',
      '2026-03-29T03:30',
      '2026-03-29T01:30:00.000Z',
      'the morning it went forward',
    ],
  ])('%s %s is %s: %s', (zone, wall, iso) => {
    expect(fromWall(wall, zone)).toBe(iso);
    expect(toWall(iso, zone)).toBe(wall);
  });

  test('nothing typed is no moment', () => {
    expect(fromWall('', 'UTC')).toBeUndefined();
    expect(toWall('soon', 'UTC')).toBe('');
  });

  test('there and back is the same minute, but where the zone repeats an hour', () => {
    const minute = fc.integer({ min: Date.UTC(2000, 0) / 6e4, max: Date.UTC(2035, 0) / 6e4 });
    const zone = fc.constantFrom(
      'Europe/Berlin',
      'America/Toronto',
      'Asia/Kolkata',
      'Pacific/Apia',
    );
    fc.assert(
      fc.property(minute, zone, (at, timeZone) => {
        const iso = new Date(at * 6e4).toISOString();
        const back = fromWall(toWall(iso, timeZone), timeZone);
        expect(toWall(back ?? '', timeZone)).toBe(toWall(iso, timeZone));
      }),
    );
  });
});

describe('documents as plain text', () => {
  test('paragraphs and line breaks stay as they were typed', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]+( [a-z]+)*(\n[a-z]+)?$/)), (paragraphs) => {
        const typed = paragraphs.join('\n\n');
        expect(toText(toAdf(typed))).toBe(typed);
      }),
    );
  });

  test('what is more than text is read as text', () => {
    const doc = {
      type: 'doc',
      content: [
        { type: 'heading', content: [{ type: 'text', text: 'Now' }] },
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a' }] }],
            },
            { type: 'listItem', content: [{ type: 'mention', attrs: { text: '@Ann' } }] },
          ],
        },
      ],
    };
    expect(toText(doc)).toBe('Now\n\n- a\n- @Ann');
  });
});

describe('a create form filled in by its address', () => {
  const severity = {
    fieldId: 'customfield_1',
    name: 'Severity',
    required: false,
    schema: { type: 'option', custom: `${TYPE}:select` },
    allowedValues: [{ id: '10', value: '1 – Critical' }],
  };

  test.each([
    ['by id', '10', '10'],
    ['by its text', '1 – Critical', '10'],
    ['not when there is no such option', '9', ''],
  ])('takes an option %s', (_, given, chosen) => {
    const drafts = draftsFor([severity], { customfield_1: given }, 'UTC', () => EMPTY);
    expect(drafts.customfield_1).toEqual({ ...EMPTY, text: chosen });
  });

  test('begins with the default where the address says nothing', () => {
    const drafts = draftsFor([severity], {}, 'UTC', () => ({ ...EMPTY, text: '10' }));
    expect(drafts.customfield_1?.text).toBe('10');
  });
});
