import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type Row, shown, spread } from './statistics';

const RUNS = 15;

/** Milliseconds that a fresh process takes to load these modules, each in a process of its own. */
function loading(statement: string, cwd: string): number[] {
  const script = `
    globalThis.__forge_runtime__ = { appContext: {}, tracing: {} };
    const t = process.hrtime.bigint(); ${statement};
    process.stdout.write(String(Number(process.hrtime.bigint() - t) / 1e6));`;
  return Array.from({ length: RUNS }, () =>
    Number(execFileSync(process.execPath, ['-e', script], { cwd, encoding: 'utf8' })),
  );
}

/** Requiring the backend bundle against requiring the two packages every Forge app has. */
export function coldStart(project: string): Row {
  const bundle = JSON.stringify(join(project, 'dist/backend/own/index.cjs'));
  const ours = loading(`require(${bundle})`, project);
  const theirs = loading(`require('@forge/resolver'); require('@forge/api')`, project);
  const ratio = spread(ours).median / spread(theirs).median;
  return {
    what: 'Cold start: requiring the bundle / requiring @forge/resolver and @forge/api',
    measured: `${ratio.toFixed(2)} × (${shown(ours)} ms / ${shown(theirs)} ms)`,
    budget: '≤ 2 ×',
    ok: ratio <= 2,
  };
}
