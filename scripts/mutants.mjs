/**
 * `npm run mutants -- --seed N --count 90`: how strong are the tests? Changes one spot of src after the other, in a
 * copy of the tree, runs the fast tests that reach it, and says which changes none of them noticed.
 *
 * `--workers 2` for two at a time; `--all` also runs the tests that start whole sites on what the fast ones let
 * through (hours); `--list` prints the sample and tries nothing; `--only TEXT` takes the files with TEXT in their path.
 */
import { parseArgs } from 'node:util';
import { PROJECT } from './install.mjs';
import { compilerOf } from './mutants/compiler.mjs';
import { judgedOf } from './mutants/judged.mjs';
import { printSpot, printTable } from './mutants/report.mjs';
import { sample } from './mutants/sample.mjs';
import { isNoticed, tryAll } from './mutants/try.mjs';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '90' },
    workers: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    all: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
});
const [seed, count, asked] = [values.seed, values.count, values.workers].map(Number);
const workers = Math.min(2, Math.max(1, asked));

const compiles = compilerOf(PROJECT);
const judged = judgedOf();
const { only } = values;
const drawn = sample({ project: PROJECT, seed, count, only, compiles, judged });
console.log(
  `seed ${seed}: ${drawn.spots.length} changes, in equal shares of the layers and of the kinds ` +
    `(left out: ${drawn.refused} that do not compile, ${drawn.judged} judged to make no difference)`,
);

const verdicts = new Map();
function told(spot, verdict) {
  verdicts.set(spot, verdict);
  console.log(`${verdicts.size}/${drawn.spots.length} ${verdict} ${spot.file}:${spot.line}`);
}

if (values.list) {
  for (const spot of drawn.spots) printSpot(spot);
} else {
  await tryAll({ project: PROJECT, spots: drawn.spots, workers, all: values.all, told });
  console.log('\nNot noticed:\n');
  for (const spot of drawn.spots.filter((one) => !isNoticed(verdicts.get(one)))) {
    printSpot(spot, verdicts.get(spot));
  }
  printTable(drawn.spots, (spot) => isNoticed(verdicts.get(spot)));
}
process.exit(0);
