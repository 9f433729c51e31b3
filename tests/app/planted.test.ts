import '../support/in-process';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Site } from '../../sandbox/site/site';
import { connectTool, incidentKeys, type Tool } from '../support/alerts';
import { aSite, call, done, raise, rest } from '../support/site';

/** Whoever may edit an issue can write its properties: no such property decides anything. */
let site: Site;
let tool: Tool;
beforeAll(async () => {
  site = await aSite();
});
beforeEach(async () => {
  await site.reset();
  tool = await connectTool(site);
});
afterAll(() => site.stop());

const ALERT = { alertId: 'checkout-5xx', summary: 'Card payments fail' };
const PROPERTY = 'incident-alert';
const HALF_AN_HOUR = 1_800_000;

async function later(): Promise<void> {
  await site.clock.moveTo(site.clock.now() + HALF_AN_HOUR, () => site.forge.idle());
}

/** Writes the mark of an alert on an issue of one's own. */
function plant(key: string, alert: string): Promise<unknown> {
  const path = `/rest/api/3/issue/${key}/properties/${PROPERTY}`;
  return rest(site, 'dana').put(path, { alert });
}

const creating = ({ method, url }: Request) =>
  method === 'POST' && url.endsWith('/rest/api/3/issue');

/** Jira does this with the first issue that the app makes: nothing, or all but answer. */
function interrupt(how: 'before' | 'after'): void {
  const answer = site.jira.fetch.bind(site.jira);
  let done = false;
  site.jira.fetch = async (request, caller) => {
    if (done || !creating(request)) return answer(request, caller);
    done = true;
    if (how === 'after') await answer(request, caller);
    return new Response(null, { status: 504 });
  };
}

describe('an alert', () => {
  it('is not told to be an issue that somebody has marked with its digest', async () => {
    const { key } = await raise(site);
    // The address tells the door, and our source what digest lies in the store.
    const told = JSON.stringify([new URL(tool.address).searchParams.get('door'), ALERT.alertId]);
    await plant(key, createHash('sha256').update(told).digest('hex'));
    interrupt('before');
    await tool.tell(ALERT);
    await later();
    const keys = await incidentKeys(site);
    expect(keys).toHaveLength(2);
    const answer = (await (await tool.tell(ALERT)).json()) as { incident: string };
    const other = keys.find((one) => one !== key) ?? '';
    expect(done(await call(site, 'dana', other, 'getIncident')).id).toBe(answer.incident);
  });

  it('is not one on which somebody has copied its mark while its job was interrupted', async () => {
    const planted = await raise(site);
    const { key: second } = await raise(site);
    interrupt('after');
    await tool.tell(ALERT);
    await site.forge.idle();
    const made = (await incidentKeys(site)).find((key) => key !== planted.key && key !== second);
    const path = `/rest/api/3/issue/${made ?? ''}/properties/${PROPERTY}`;
    const { value } = await rest(site, 'dana').get<{ value: { alert: string } }>(path);
    for (const key of [planted.key, second]) await plant(key, value.alert);
    const { key: newest } = await raise(site);
    await plant(newest, value.alert);
    await later();
    const answer = (await (await tool.tell(ALERT)).json()) as { state: string; incident: string };
    expect(answer.state).toBe('raised');
    expect(done(await call(site, 'dana', made ?? '', 'getIncident')).id).toBe(answer.incident);
  });
});
