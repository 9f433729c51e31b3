import { aSite, call, raise, rest } from '../tests/support/site';
import { type Row } from './statistics';

const VIEWERS = 100;
/** Where others tell of their changes (static/kit/jira/looks.ts). Side-bar and panel look once for both. */
const LOOKS_AN_HOUR = 120;

/** A hundred people with an incident open: an hour in which nothing happens, and one change that all of them see. */
export async function viewersOfAnIncident(): Promise<Row> {
  const site = await aSite();
  const { id, key } = await raise(site);
  await site.forge.idle();
  const spent = () => site.forge.bill().points;
  const quiet = spent();
  const viewer = rest(site, 'sam');
  const look = `/rest/api/3/issue/${id}?fields=updated&properties=incident-log`;
  for (let n = 0; n < VIEWERS * LOOKS_AN_HOUR; n++) await viewer.get(look);
  const hour = spent() - quiet;
  await call(site, 'sam', key, 'getIncident');
  const change = VIEWERS * (spent() - quiet - hour);
  await site.stop();
  return {
    what: `${VIEWERS} viewers with an incident open: points of the app's quota in an hour without a change; for one change that all of them see`,
    measured: `${hour}, ${change}`,
    budget: '0 in an hour',
    ok: hour === 0 && change > 0,
  };
}
