import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { BUDGETS_KB, firstLoad, weightKb } from '../../bench/sizes';
import { filesBelow, PROJECT } from '../support/project';
import { textsOf } from '../support/texts';

describe('what a page weighs', () => {
  test.each(Object.entries(BUDGETS_KB))('%s stays within %d kB', (surface, budget) => {
    const weight = weightKb(PROJECT, surface);
    expect(weight).toBeGreaterThan(10); // else nothing is built
    expect(weight).toBeLessThanOrEqual(budget);
  });

  test('every surface has a budget', () => {
    const surfaces = filesBelow('static', /^main\.tsx$/).map((path) => path.split('/')[1]);
    expect(surfaces.sort()).toEqual(Object.keys(BUDGETS_KB).sort());
  });

  test('what is opened later is not fetched at first, and everything else is counted', () => {
    const assets = (surface: string) => readdirSync(join(PROJECT, `dist/static/${surface}/assets`));
    const fetched = firstLoad(join(PROJECT, 'dist/static/admin')).map((file) => basename(file));
    expect(fetched.filter((name) => /^(later-|en-US|editor|past)/.test(name))).toEqual([]);
    expect(assets('admin').filter((name) => name.startsWith('later-editor'))).toHaveLength(1);
    const panel = firstLoad(join(PROJECT, 'dist/static/incident-panel'));
    const counted = panel.map((file) => basename(file));
    expect(counted.filter((name) => /^(later-|en-US)/.test(name))).toEqual([]);
    // What several parts share that are opened later comes with the first of them, and from nowhere else.
    const others = assets('incident-panel').filter((name) => !counted.includes(name));
    const code = panel
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(file, 'utf8'));
    const imported = others.filter((name) => code.some((text) => text.includes(`from"./${name}"`)));
    expect(imported).toEqual([]);
  });

  test('a surface has the texts that it says, and none that only others say', () => {
    const says = (surface: string, section: string) => {
      const folder = join(PROJECT, `dist/static/${surface}/assets`);
      const files = readdirSync(folder).filter((name) => name.includes('de-DE'));
      return files.some((name) =>
        readFileSync(join(folder, name), 'utf8').includes(germanOf(section)),
      );
    };
    expect(says('incident-context', 'next')).toBe(true);
    expect(says('incident-context', 'severityForm')).toBe(false);
    expect(says('incident-panel', 'severityForm')).toBe(true);
    expect(says('incident-panel', 'settings')).toBe(false);
    expect(says('admin', 'settings')).toBe(true); // fetched with the editor
  });
});

/** A text that only this section has. */
function germanOf(section: string): string {
  const texts = [...textsOf('de-DE')];
  const all = texts.map(([, text]) => text).join('\n');
  const [, own] =
    texts.find(
      ([path, text]) =>
        path.startsWith(`${section}.`) && text.length > 15 && all.split(text).length === 2,
    ) ?? [];
  return own ?? `Nothing is said only in ${section}`;
}
