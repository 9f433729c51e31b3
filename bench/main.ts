/** The figures of design and docs/performance.md, as ratios in one run. Exits with 1 when one is over its budget. */
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { backfill } from './backfill';
import { coldStart } from './cold-start';
import { anOrdinaryIssue, oneLife, openingThePanel } from './incident';
import { sandboxIssues } from './issues';
import { readersOfAList } from './lists';
import { longLog } from './log';
import { figures } from './figures';
import { sizes } from './sizes';
import { type Row } from './statistics';
import { viewersOfAnIncident } from './viewers';

const PROJECT = resolve(__dirname, '..');

async function main(): Promise<void> {
  const rows: Row[] = [
    ...(await openingThePanel()),
    await anOrdinaryIssue(),
    await readersOfAList(),
    await viewersOfAnIncident(),
    ...(await oneLife()),
    ...(await longLog()),
    ...(await backfill()),
    ...(await figures()),
    await sandboxIssues(),
    ...coldStart(PROJECT),
    ...sizes(PROJECT),
  ];
  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`,
  );
  console.log('| what | measured | budget | |\n|---|---|---|---|');
  for (const { what, measured, budget, ok } of rows) {
    console.log(`| ${what} | ${measured} | ${budget} | ${ok ? '✓' : '✗'} |`);
  }
  process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1;
}

void main();
