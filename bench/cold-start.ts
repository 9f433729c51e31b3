import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type Row, shown, spread } from './statistics';

const RUNS = 15;

/** How many times longer a bundle may take than the bare minimum. */
const BUDGET = 2;

/** The bundles that the manifest's functions are in. */
const BUNDLES = [
  { bundle: 'index', serves: 'beside an incident' },
  { bundle: 'background', serves: 'events and jobs' },
  { bundle: 'administration', serves: 'administration' },
  { bundle: 'figures', serves: 'pictures on dashboards' },
  { bundle: 'incidents-page', serves: 'the project page' },
];

/** What every Forge app has to load. */
const MINIMUM = `require('@forge/resolver'); require('@forge/api')`;

/** Requiring each backend bundle against requiring the two packages every Forge app has. */
export function coldStart(project: string): Row[] {
  const [theirs = [], ...ours] = inTurns(project, [
    MINIMUM,
    ...BUNDLES.map(({ bundle }) => {
      const file = join(project, 'dist/backend/own', `${bundle}.cjs`);
      return `require(${JSON.stringify(file)})`;
    }),
  ]);
  return BUNDLES.map(({ serves }, at) => {
    const times = ours[at] ?? [];
    const ratio = spread(times).median / spread(theirs).median;
    return {
      what: `Cold start, ${serves}: requiring the bundle / requiring @forge/resolver and @forge/api`,
      measured: `${ratio.toFixed(2)} × (${shown(times)} ms / ${shown(theirs)} ms)`,
      budget: `≤ ${BUDGET} ×`,
      ok: ratio <= BUDGET,
    };
  });
}

/** Measured in turns, so that whatever else the machine does slows all of them alike. */
function inTurns(project: string, statements: readonly string[]): number[][] {
  const times = statements.map((): number[] => []);
  for (let run = 0; run < RUNS; run++) {
    statements.forEach((statement, at) => times[at]?.push(loading(statement, project)));
  }
  return times;
}

/** Milliseconds that a fresh process takes to load these modules. */
function loading(statement: string, cwd: string): number {
  const script = `
    globalThis.__forge_runtime__ = { appContext: {}, tracing: {} };
    const t = process.hrtime.bigint(); ${statement};
    process.stdout.write(String(Number(process.hrtime.bigint() - t) / 1e6));`;
  return Number(execFileSync(process.execPath, ['-e', script], { cwd, encoding: 'utf8' }));
}
