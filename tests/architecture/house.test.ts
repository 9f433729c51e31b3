import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createConfluence } from '../../sandbox/confluence';
import { createJira } from '../../sandbox/jira';
import { Clock } from '../../sandbox/core/clock';
import { ERROR_CODES } from '../../src/domain/errors';
import { frontEndCalls } from '../support/front-end';
import {
  confluenceCalls,
  filesBelow,
  jiraCalls,
  manifest,
  PROJECT,
  read,
  withoutNames,
} from '../support/project';

describe('the manifest', () => {
  const { modules, resources } = manifest();
  const { function: functions = [], ...placed } = modules;

  test('names every function that its files export, and no other', () => {
    const handlers = functions.map(({ handler }) => String(handler));
    const files = new Set(handlers.map((handler) => handler.split('.')[0]));
    const exported = [...files].flatMap((file) =>
      [...read(`src/${file}.ts`).matchAll(/^export const (\w+)/gm)].map(
        ([, name]) => `${file}.${name}`,
      ),
    );
    expect(handlers.sort()).toEqual(exported.sort());
  });

  test('uses every function it names', () => {
    const used = JSON.stringify(placed);
    expect(functions.filter(({ key }) => !used.includes(`"function":"${String(key)}"`))).toEqual(
      [],
    );
  });

  test('serves every surface of static/, and no other', () => {
    const surfaces = filesBelow('static', /^main\.tsx$/).map((path) => path.split('/')[1]);
    expect(resources.map(({ path }) => path.replace('dist/static/', '')).sort()).toEqual(
      surfaces.sort(),
    );
  });
});

describe('the sandbox', () => {
  const { coverage } = createJira({ clock: new Clock(), baseUrl: () => 'http://localhost' });

  test.each([...jiraCalls(), ...frontEndCalls('/rest/')])(
    'emulates $method $path',
    ({ method, path }) => {
      expect(coverage.map((call) => `${call.method} ${withoutNames(call.path)}`)).toContain(
        `${method} ${path}`,
      );
    },
  );
});

describe('the sandbox’s Confluence', () => {
  const { coverage } = createConfluence({
    clock: new Clock(),
    baseUrl: () => 'http://localhost',
    visitor: () => undefined,
  });

  test.each([...confluenceCalls(), ...frontEndCalls('/wiki/')])(
    'emulates $method $path',
    ({ method, path }) => {
      expect(coverage.map((call) => `${call.method} ${withoutNames(call.path)}`)).toContain(
        `${method} ${path}`,
      );
    },
  );
});

describe('the documents', () => {
  test.each(ERROR_CODES)('say when %s happens and what to do', (code) => {
    expect(read('docs/errors.md')).toContain(`\n## ${code}\n`);
  });

  const links = filesBelow('src', /\.ts$/).flatMap((file) =>
    [...read(file).matchAll(/@see (docs\/[\w/.-]+)(?:#([\w-]+))?/g)].map(
      ([, page = '', anchor]) => ({
        file,
        page,
        anchor,
      }),
    ),
  );

  test.each(links)('have what $file links to: $page#$anchor', ({ page, anchor }) => {
    expect(existsSync(join(PROJECT, page))).toBe(true);
    const anchors = [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replaceAll(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    );
    if (anchor) expect(anchors).toContain(anchor);
  });
});
