import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addHistory } from '../../../sandbox/seeds/history';
import { hotProject } from '../../../sandbox/seeds/hot-project';
import { type Site } from '../../../sandbox/site/site';
import { MOMENTS, type Moments } from '../../fakes/world';
import { PROJECT } from '../../support/project';
import { adminsMayDelete, aSite, askAdmin, call, callAdminLoosely, rest } from '../../support/site';

/** The company's incidents of years, from before the app was there: 480, typed by hand, as people type. */
type Line = { readonly impactStart: string; readonly detected: string; readonly recovered: string };
const lines = readFileSync(join(PROJECT, 'sandbox/seeds/data/history.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line);
const HOUR = 3_600_000;

/** Written out here, apart from the domain. */
function wrongIn({ impactStart, detected, recovered }: Line, moments: Moments): string[] {
  const kept = (text: string) => {
    const at = Date.parse(text);
    return moments === 'minute' ? at - (at % 60_000) : at;
  };
  const [s, d, r] = [kept(impactStart), kept(detected), kept(recovered)];
  const after = (from: number, to: number) => Math.floor(from / 6e4) > Math.floor(to / 6e4);
  const nearHalfDay = (ms: number) => Math.abs(ms / HOUR - 12) <= 1 / 6;
  const created = Date.parse(detected) + 90_000;
  const yearOff = (moment: number) => Math.abs(moment - created) >= 350 * 24 * HOUR;
  return [
    ...(after(s, d) || after(d, r) || after(s, r) ? ['impossible'] : []),
    ...(nearHalfDay(d - s) ||
    nearHalfDay(r - d) ||
    r - s > 180 * 24 * HOUR ||
    yearOff(s) ||
    yearOff(r)
      ? ['suspicious']
      : []),
  ];
}

let site: Site;

describe.each(MOMENTS)('in a Jira that keeps moments: %s', (moments) => {
  beforeAll(async () => {
    site = await aSite('empty', { moments });
    const now = site.clock.now();
    site.faults.add({ target: 'event-drop', rate: 1 });
    await addHistory(await hotProject(rest(site, 'ada')), [rest(site, 'dana')], site.clock);
    site.faults.clear('event-drop');
    site.clock.stop(now);
  }, 120_000);
  afterAll(() => site.stop());

  it('all are brought in, and what is wrong with them is found', async () => {
    await askAdmin(site, 'startBackfill');
    await site.forge.idle();
    const wrong = lines.map((line) => wrongIn(line, moments));
    const having = (kind: string) => wrong.filter((kinds) => kinds.includes(kind)).length;
    expect(lines.filter((one) => one.detected > one.recovered)).toHaveLength(52);
    expect(having('impossible')).toBe(52);
    // No figures for times that contradict each other; the fields are empty before and after.
    expect(await askAdmin(site, 'getBackfill')).toMatchObject({
      state: 'done',
      looked: lines.length,
      written: lines.length - having('impossible'),
    });
    const counts = await askAdmin(site, 'getFindingCounts');
    const of = (count: number) => ({ count, more: false });
    expect(counts).toEqual({
      all: of(wrong.filter((kinds) => kinds.length > 0).length),
      impossible: of(having('impossible')),
      suspicious: of(having('suspicious')),
      missing: of(0),
      toConfirm: of(0),
      held: of(0),
    });
  });

  it('correcting one on the incident takes it off the list', async () => {
    const { found } = await askAdmin(site, 'getFindings', { kind: 'impossible' });
    const id = found[0]?.id ?? '';
    const { key } = await rest(site, 'ada').get<{ key: string }>(`/rest/api/3/issue/${id}`);
    const [impactStart, impactDetected, impactRecovered] = ['08:00', '08:10', '09:00'].map(
      (time) => `2026-03-01T${time}:00Z`,
    );
    const change = { impactStart, impactDetected, impactRecovered };
    expect(await call(site, 'dana', key, 'setTimes', change)).toMatchObject({ ok: true });
    await site.forge.idle();
    const after = await askAdmin(site, 'getFindings', { kind: 'impossible' });
    expect(after.found.map((one) => one.id)).not.toContain(id);
  });

  it('an incident that is deleted is on no list', async () => {
    const { found } = await askAdmin(site, 'getFindings', { kind: 'impossible' });
    const id = found[0]?.id ?? '';
    await adminsMayDelete(site);
    await rest(site, 'ada').delete(`/rest/api/3/issue/${id}`);
    await site.forge.idle();
    const after = await askAdmin(site, 'getFindings', { kind: 'all' });
    expect(after.found.map((one) => one.id)).not.toContain(id);
  });

  it('nobody but administrators is told', async () => {
    for (const name of ['getBackfill', 'startBackfill', 'getFindingCounts', 'getFindings']) {
      const reply = await callAdminLoosely(site, 'dana', name, { kind: 'all' });
      expect(reply).toMatchObject({ ok: false, code: 'forbidden' });
    }
  });
});
