import { activeJql } from '../static/kit/lists/listed-jql';
import { fieldsOf, PROPERTIES, type Where } from '../static/kit/lists/listed';
import { aSite, person, raise, rest } from '../tests/support/site';
import { type Row, shown } from './statistics';

const READERS = 1000;

/** A page with a list, read by a thousand people: what it costs the app, and what Jira takes to answer one of them. */
export async function readersOfAList(): Promise<Row> {
  const site = await aSite();
  for (let n = 0; n < 5; n++) await raise(site, { summary: `Checkout is down (${n})` });
  await site.forge.idle();
  const asked = await site.forge.call({
    moduleKey: 'active-incidents-gadget',
    functionKey: 'getWhereToList',
    payload: {},
    accountId: person('dana').accountId,
    place: {},
  });
  const { value: where } = (asked.ok ? asked.result : undefined) as { readonly value: Where };
  const body = {
    jql: activeJql({ where, jql: null, resolvedHours: 0 }),
    maxResults: 100,
    fields: fieldsOf(where),
    properties: PROPERTIES,
  };
  const before = site.forge.invocations().length;
  const reader = rest(site, 'sam');
  const ms: number[] = [];
  let found = 0;
  for (let n = 0; n < READERS; n++) {
    const began = performance.now();
    const { issues } = await reader.post<{ issues: unknown[] }>('/rest/api/3/search/jql', body);
    ms.push(performance.now() - began);
    found += issues.length;
  }
  const ran = site.forge.invocations().length - before;
  await site.stop();
  return {
    what: 'A list of active incidents, 1,000 readers: function runs, calls of each reader, ms of a search',
    measured: `${ran}, 1, ${shown(ms)}`,
    budget: '0, 1',
    ok: ran === 0 && found === READERS * 5,
  };
}
