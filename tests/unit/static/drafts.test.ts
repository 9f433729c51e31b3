import { describe, expect, test } from '@jest/globals';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { useDraft } from '../../../static/kit/page/draft';
import { Drafts, type Shelf } from '../../../static/kit/page/drafts';
import { ViewerProvider } from '../../../static/kit/texts/texts';
import { PATHS } from '../../support/texts';

const DAY_MS = 86_400_000;

/** A browser's storage, its clock and its timer; `pass` lets the pause go by. */
function aBrowser() {
  const kept = new Map<string, string>();
  const waiting = new Set<() => void>();
  const browser = { now: 0, writes: 0, kept };
  const shelf: Shelf = {
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => {
      browser.writes += 1;
      kept.set(name, text);
    },
    removeItem: (name) => void kept.delete(name),
  };
  const frame = () =>
    new Drafts({
      shelf: () => shelf,
      now: () => browser.now,
      later: (act) => {
        waiting.add(act);
        return () => waiting.delete(act);
      },
    });
  const pass = () => {
    for (const act of waiting) act();
  };
  return Object.assign(browser, { frame, pass });
}

describe('a draft', () => {
  test('is there again after a reload, whatever it is made of', () => {
    const { frame, pass } = aBrowser();
    const drafts = frame();
    drafts.write('timeline.add', { text: 'Rolled back', at: ['10:42', null] });
    pass();
    expect(frame().read('timeline.add')).toEqual({ text: 'Rolled back', at: ['10:42', null] });
  });

  test('is written once for many letters, and at once when the page is left', () => {
    const browser = aBrowser();
    const drafts = browser.frame();
    for (const text of ['R', 'Ro', 'Rol']) drafts.write('timeline.add', text);
    expect(browser.writes).toBe(0);
    browser.pass();
    expect(browser.writes).toBe(1);
    drafts.write('timeline.add', 'Roll');
    drafts.keep();
    browser.pass();
    expect(browser.writes).toBe(2);
    expect(browser.frame().read('timeline.add')).toBe('Roll');
  });

  test('is gone when it was sent, at once, and does not come back', () => {
    const browser = aBrowser();
    const drafts = browser.frame();
    drafts.write('timeline.add', 'Rolled back');
    browser.pass();
    drafts.write('timeline.add', undefined);
    expect(browser.kept.size).toBe(0);
    browser.pass();
    expect(browser.frame().read('timeline.add')).toBeUndefined();
  });

  test('goes after fourteen days, whosever it is; what is not ours stays', () => {
    const browser = aBrowser();
    browser.kept.set('somebody-else', '1');
    browser.frame().write('dana:HOT-1:timeline.add', 'Old');
    browser.pass();
    browser.now = 10 * DAY_MS;
    browser.frame().write('dana:HOT-2:timeline.add', 'Newer');
    browser.pass();
    browser.now = 14 * DAY_MS + 1;
    browser.frame().read('ines:HOT-3:timeline.add');
    expect([...browser.kept.keys()]).toEqual([
      'somebody-else',
      'incident-draft:dana:HOT-2:timeline.add',
    ]);
  });

  test('is the same for all who show it', () => {
    const drafts = aBrowser().frame();
    const heard: unknown[] = [];
    const forget = drafts.listen('timeline.add', () => heard.push(drafts.read('timeline.add')));
    drafts.listen('postmortem', () => heard.push('not this one'));
    drafts.write('timeline.add', 'R');
    forget();
    drafts.write('timeline.add', 'Ro');
    expect(heard).toEqual(['R']);
  });

  test.each([
    ['blocked', () => undefined],
    [
      'forbidden',
      () => {
        throw new Error('The operation is insecure.');
      },
    ],
  ])('works where storage is %s, without being kept', (_, shelf) => {
    const drafts = new Drafts({ shelf, now: () => 0, later: () => () => undefined });
    drafts.write('timeline.add', 'Rolled back');
    drafts.keep();
    expect(drafts.read('timeline.add')).toBe('Rolled back');
  });

  test('that cannot be read is none', () => {
    const browser = aBrowser();
    browser.kept.set('incident-draft:timeline.add', '{"at":');
    expect(browser.frame().read('timeline.add')).toBeUndefined();
  });
});

describe('the field of somebody', () => {
  const kept = new Map<string, string>();
  const draftOf = (person: string, issue: string) => {
    const Field = () => createElement('p', null, useDraft('timeline.add', 'nothing yet')[0]);
    const viewer = { locale: 'en-US', timeZone: 'UTC', t: PATHS, person, issue };
    return renderToString(
      createElement(ViewerProvider, { value: viewer }, createElement(Field)),
    ).replaceAll(/<[^>]+>/g, '');
  };

  test('shows their draft; nobody else at this browser sees it, and no other issue', () => {
    const storage = {
      length: 0,
      key: () => null,
      getItem: (name: string) => kept.get(name) ?? null,
    };
    Object.assign(globalThis, { localStorage: storage });
    kept.set('incident-draft:dana:HOT-1:timeline.add', '{"at":0,"value":"Rolled back"}');
    expect(draftOf('dana', 'HOT-1')).toBe('Rolled back');
    expect(draftOf('ines', 'HOT-1')).toBe('nothing yet');
    expect(draftOf('dana', 'HOT-2')).toBe('nothing yet');
  });
});
