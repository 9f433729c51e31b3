import { describe, expect, test } from '@jest/globals';
import { IncidentError } from '../../../src/domain/errors';
import { entryId } from '../../../src/domain/log/what';
import { type ReviewPages, type SpaceId } from '../../../src/ports/review/review-pages';
import { startReview } from '../../../src/usecases/review/start-review';
import { FakeIncidentLogs } from '../../fakes/incident-logs';
import { FakeIncidents } from '../../fakes/incidents';
import { anIncident, at, DANA } from '../../fixtures/incidents';
import { textsIn } from '../../support/texts';

const incident = anIncident({ phase: 'resolved' });
const SPACE = '98' as SpaceId;
const WISH = {
  person: DANA.id,
  language: 'en-US',
  timeZone: 'Europe/Berlin',
} as const;

/** Confluence in memory: one space, `OPS`, and the pages that were made. */
class FakePages implements ReviewPages {
  readonly asked: string[] = [];
  readonly made: { readonly title: string; readonly body: string }[] = [];
  answers: SpaceId | 'unknown' | 'unreachable' = SPACE;

  space(key: string): ReturnType<ReviewPages['space']> {
    this.asked.push(key);
    return Promise.resolve(key === 'OPS' || this.answers !== SPACE ? this.answers : 'unknown');
  }

  find(_: SpaceId, title: string): Promise<string | undefined> {
    const there = this.made.findIndex((page) => page.title === title);
    return Promise.resolve(there < 0 ? undefined : `/page/${there}`);
  }

  make(_: SpaceId, page: { readonly title: string; readonly body: string }): Promise<string> {
    this.made.push(page);
    return Promise.resolve(`/page/${this.made.length - 1}`);
  }
}

/** An incident whose log has so many notes, and settings with this space. */
async function aSite(entries = 3, reviewSpace = 'OPS') {
  const logs = new FakeIncidentLogs();
  const drafts = Array.from({ length: entries }, (_, n) => ({
    id: entryId(`e${n + 1}`),
    what: { kind: 'note' as const, text: `Note ${n + 1}.` },
    saidAt: at('10:30'),
    by: DANA.id,
  }));
  if (entries > 0) await logs.append(incident.id, () => drafts);
  const read: (readonly [number, number])[] = [];
  const pages = new FakePages();
  const settings = { response: { reviewSpace } };
  const deps = {
    incidents: new FakeIncidents([incident]),
    logs: {
      head: logs.head,
      append: logs.append,
      entries: (...[id, from, to]: Parameters<typeof logs.entries>) => {
        read.push([from, to]);
        return logs.entries(id, from, to);
      },
    },
    settings: { get: () => Promise.resolve({ version: 1, settings: settings as never }) },
    peopleNames: { of: () => Promise.resolve(new Map([[DANA.id, 'Dana Okafor']])) },
    reviewPages: pages,
    siteAddress: { get: () => Promise.resolve('https://larkfield.example') },
    words: { of: () => Promise.resolve(textsIn('en-US')) },
    now: () => at('12:00'),
  };
  const start = (wish: object = {}) => startReview(deps, incident.id, { ...WISH, ...wish });
  const logged = async () =>
    (await logs.entries(incident.id, entries + 1, 9999)).map(({ what, by }) => ({ what, by }));
  return { deps, pages, read, start, logged };
}

describe('starting a review', () => {
  test('makes a page of it, says so in the log, and finds that page the next time', async () => {
    const { pages, start, logged } = await aSite();
    const first = await start();
    expect(first).toMatchObject({
      address: '/page/0',
      why: null,
      reason: null,
      isNew: true,
      isLogged: true,
    });
    expect(pages.asked).toEqual(['OPS']);
    expect(pages.made.map(({ title }) => title)).toEqual([first.title]);
    expect(pages.made[0]?.body).toContain('Note 3.');
    expect(first.markdown).toContain('Note 3.');
    const line = { what: { kind: 'review', address: '/page/0' }, by: DANA.id };
    expect(await logged()).toEqual([line]);
    const again = await start();
    expect(again).toMatchObject({ address: '/page/0', isNew: false, isLogged: true });
    expect([pages.made.length, await logged()]).toEqual([1, [line]]);
  });

  test.each([
    [0, []],
    [1, [[1, 1]]],
    [250, [[1, 250]]],
    [
      251,
      [
        [1, 250],
        [251, 251],
      ],
    ],
    [
      501,
      [
        [1, 250],
        [251, 500],
        [501, 501],
      ],
    ],
  ])('reads all of a log of %i entries, by pages', async (entries, ranges) => {
    const { read, start } = await aSite(entries);
    const { markdown } = await start();
    expect(read).toEqual(ranges);
    for (const n of [1, 250, 251, 501].filter((one) => one <= entries)) {
      expect(markdown).toContain(`Note ${n}.`);
    }
  });

  test('goes into the space that was chosen rather than that of the settings', async () => {
    const { pages, start } = await aSite(1, 'OTHER');
    expect(await start()).toMatchObject({ address: null, why: 'space-unknown', isLogged: false });
    expect(await start({ space: 'OPS' })).toMatchObject({ address: '/page/0', isLogged: true });
    expect(pages.asked).toEqual(['OTHER', 'OPS']);
  });

  test('says that nobody has named a space, or that there is no Confluence to name one of', async () => {
    const { pages, start, logged } = await aSite(1, '');
    pages.answers = 'unreachable';
    expect(await start()).toMatchObject({ address: null, why: 'no-confluence', isLogged: true });
    expect(await logged()).toEqual([{ what: { kind: 'review' }, by: DANA.id }]);
    // Said once, whoever takes it along again.
    await start();
    expect(await logged()).toHaveLength(1);
    // Where there is a page later, that is news.
    pages.answers = SPACE;
    await start({ space: 'OPS' });
    expect((await logged()).map(({ what }) => what)).toEqual([
      { kind: 'review' },
      { kind: 'review', address: '/page/0' },
    ]);
  });

  test('asks for no space in particular where none is named', async () => {
    const site = await aSite(1);
    const { settings: _, ...deps } = site.deps;
    const settings = { get: () => Promise.resolve({ version: 1, settings: {} as never }) };
    const started = await startReview({ ...deps, settings }, incident.id, WISH);
    expect(started).toMatchObject({ address: null, why: 'no-space', isLogged: false });
    expect(site.pages.asked).toEqual(['none']);
    expect(await site.logged()).toEqual([]);
  });

  test.each([
    ['forbidden', 'no-right', 'Not you.'],
    ['not-found', 'no-right', undefined],
    ['unavailable', 'down', undefined],
    ['refused', 'refused', 'Too large.'],
    ['not-set-up', 'refused', undefined],
  ] as const)(
    'of which Confluence says %s is %s, and text all the same',
    async (code, why, subject) => {
      for (const call of ['space', 'find', 'make'] as const) {
        const { pages, start, logged } = await aSite();
        const says = new IncidentError(code, 'No', { subject });
        Object.assign(pages, { [call]: () => Promise.reject(says) });
        const started = await start();
        expect(started).toMatchObject({
          address: null,
          why,
          reason: subject ?? null,
          isNew: false,
        });
        expect(started.markdown).toContain('Note 1.');
        expect([started.isLogged, await logged()]).toEqual([false, []]);
      }
    },
  );

  test('stands where the log does not take it, and says that it does not', async () => {
    const { deps, start } = await aSite();
    deps.logs.append = () => Promise.reject(new IncidentError('unavailable', 'Crowded'));
    expect(await start()).toMatchObject({ address: '/page/0', isLogged: false });
    deps.logs.append = () => Promise.reject(new TypeError('x'));
    await expect(start()).rejects.toThrow(TypeError);
  });

  test('a fault of the program is not said to be one of Confluence', async () => {
    const { pages, start } = await aSite();
    pages.make = () => Promise.reject(new TypeError('x'));
    await expect(start()).rejects.toThrow(TypeError);
  });
});
