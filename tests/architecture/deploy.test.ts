import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { read } from '../support/project';

/** What runs with the token of a deployment is what somebody has looked at, with all that it brings. */
type Workflow = {
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly run?: string; readonly uses?: string }[] }>
  >;
};
type Lock = {
  readonly packages: Readonly<
    Record<string, { readonly integrity?: string; readonly link?: boolean }>
  >;
};

const steps = Object.values((parse(read('.github/workflows/deploy.yml')) as Workflow).jobs).flatMap(
  (job) => job.steps,
);
const { packages } = JSON.parse(read('tools/deploy/package-lock.json')) as Lock;

test('nothing is fetched by a name that may mean another thing tomorrow', () => {
  const runs = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
  expect(runs.filter((run) => /\bnpx\b|npm (?:i|install)\b/.test(run))).toEqual([]);
  expect(runs).toContainEqual(expect.stringContaining('npm ci --prefix tools/deploy'));
  const actions = steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses]));
  expect(actions.filter((action) => !/@[\da-f]{40}$/.test(action))).toEqual([]);
});

test('each package has a digest', () => {
  const loose = Object.entries(packages).filter(
    ([name, { integrity }]) => name !== '' && integrity === undefined,
  );
  expect(loose).toEqual([]);
  expect(Object.keys(packages)).toContain('node_modules/@forge/cli');
});
