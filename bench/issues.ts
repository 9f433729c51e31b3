import { TestSite } from '../tests/sandbox/jira/site';
import { type Row } from './statistics';

const ISSUES = 500;
const BUDGET_MS = 2000;

/** The sandbox itself: tests raise issues by the hundred. */
export async function sandboxIssues(): Promise<Row> {
  const site = new TestSite();
  await site.project();
  const start = performance.now();
  for (let n = 0; n < ISSUES; n++) await site.issue({ summary: `Mail ${n}` });
  const made = performance.now() - start;
  const jql = 'project = HOT AND summary ~ "mail" AND created >= -1d ORDER BY updated DESC';
  await site.ok('POST', '/search/jql', { jql, fields: ['summary'] });
  const found = performance.now() - start - made;
  return {
    what: `Sandbox: ${ISSUES} issues made, and found, ms`,
    measured: `${Math.round(made)}, ${Math.round(found)}`,
    budget: `≤ ${BUDGET_MS}, ≤ 500`,
    ok: made <= BUDGET_MS && found <= 500,
  };
}
