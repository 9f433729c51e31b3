/** What a person reads at the end: each change that was not noticed, to be judged, and the figures. */
import { LAYERS } from './sample.mjs';

/** What is expected of each layer, in per cent. */
const EXPECTED = { domain: 85, usecases: 85, adapters: 75, entry: 75 };

export function printSpot({ file, line, kind, from, to }, verdict) {
  const why = verdict === 'unreached' ? ', no fast test gets there' : '';
  console.log(`${file}:${line} (${kind}${why})`);
  console.log(`  - ${indented(from)}`);
  console.log(`  + ${indented(to === '' ? '(left out)' : to)}\n`);
}

const indented = (text) => text.replace(/\n\s*/g, '\n    ');

export function printTable(spots, noticed) {
  const rows = LAYERS.map((layer) => {
    const here = spots.filter((spot) => spot.layer === layer);
    const seen = here.filter(noticed).length;
    return { layer, changes: here.length, noticed: seen, missed: here.length - seen };
  });
  for (const row of rows) console.log(lineOf(row, `expected ${EXPECTED[row.layer]} %`));
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  const all = { changes: sum('changes'), noticed: sum('noticed'), missed: sum('missed') };
  console.log(lineOf({ layer: 'together', ...all }, ''));
}

function lineOf({ layer, changes, noticed, missed }, expected) {
  const share = changes === 0 ? '–' : `${Math.round((100 * noticed) / changes)} %`;
  const counts = `${String(noticed).padStart(3)} noticed ${String(missed).padStart(3)} not`;
  return `${layer.padEnd(9)} ${counts}  ${share.padStart(5)}  ${expected}`.trimEnd();
}
