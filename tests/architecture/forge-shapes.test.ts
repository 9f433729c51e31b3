import { describe, expect, test } from '@jest/globals';
import { manifest, read } from '../support/project';

/** docs/forge-shapes.md says where the shape of each thing that Forge hands to the app was seen. */
const page = read('docs/forge-shapes.md');
const rows = page.split('\n').filter((line) => line.startsWith('| `'));
const { modules } = manifest();

describe('the table of what Forge hands to the app', () => {
  test('has every type of module of the manifest, and no other', () => {
    const named = rows.map((row) => /^\| `([^`]+)`/.exec(row)?.[1] ?? '');
    const types = named.filter((name) => !name.startsWith('avi:'));
    expect([...new Set(types)].sort()).toEqual(Object.keys(modules).sort());
  });

  test('has every event of the manifest, and no other', () => {
    const named = rows.flatMap((row) => /^\| `(avi:[^`]+)`/.exec(row)?.[1] ?? []);
    const events = (modules['trigger'] ?? []).flatMap((one) => one['events'] as string[]);
    expect(named.sort()).toEqual([...new Set(events)].sort());
  });

  test.each(rows)('%s: says where it was seen', (row) => {
    expect(row.split('|').at(-2)?.trim()).not.toBe('');
  });

  const files = [
    'guard',
    'background/issue-events',
    '../adapters/store/shapes/jobs',
    'tools/door',
    'lists/list-export',
  ];
  const shapes = files.flatMap((file) =>
    [
      ...read(`src/entry/${file}.ts`).matchAll(
        /^(?:export )?const (\w*Context|IssueEvent|JOB_SHAPES|Payload|Call|Transition|Entries|Stretch)[ :]/gm,
      ),
    ].map(([, name = '']) => ({ file, name })),
  );
  test.each(shapes)('names $name of src/entry/$file.ts', ({ name }) => {
    expect(page).toContain(`\`${name}\``);
  });
  test('there are shapes to name', () => {
    expect(shapes.length).toBe(8);
  });
});
