/** Which spots are tried: equal shares of the layers, and in each layer every kind in turn, by chance. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chanceOf } from './chance.mjs';
import { spotsOf } from './spots.mjs';

export const LAYERS = ['domain', 'usecases', 'adapters', 'entry'];

/** A kind of which so many in a row do not compile is given up: most likely none does. */
const PATIENCE = 16;

/**
 * @param compiles whether the source with this change is still one that the compiler takes
 * @returns the spots, and how many were drawn that do not compile
 */
export function sample({ project, seed, count, only = '', compiles, judged }) {
  const chance = chanceOf(seed);
  const drawn = { spots: [], refused: 0, judged: 0 };
  LAYERS.forEach((layer, index) => {
    const wanted = Math.floor(count / LAYERS.length) + (index < count % LAYERS.length ? 1 : 0);
    drawFrom(layer, wanted, { project, only, chance, compiles, judged, drawn });
  });
  drawn.spots.forEach((spot, id) => Object.assign(spot, { id }));
  return drawn;
}

function drawFrom(layer, wanted, { project, only, chance, compiles, judged, drawn }) {
  const kinds = chance.shuffled(byKind(sourcesOf(project, layer, only), project, chance));
  let found = 0;
  for (let turn = 0; found < wanted && kinds.length > 0; turn += 1) {
    const kind = kinds[turn % kinds.length];
    const spot = kind.waiting.pop();
    if (!spot || kind.inVain >= PATIENCE) {
      kinds.splice(turn % kinds.length, 1);
    } else if (judged(spot)) {
      found += 1; // it keeps its place, so that the others of the sample stay who they are
      drawn.judged += 1;
    } else if (compiles(spot)) {
      kind.inVain = 0;
      found += 1;
      drawn.spots.push({ ...spot, layer });
    } else {
      kind.inVain += 1;
      drawn.refused += 1;
      turn -= 1; // the same kind again
    }
  }
}

function byKind(files, project, chance) {
  const spots = files.flatMap((file) => spotsOf(file, readFileSync(join(project, file), 'utf8')));
  const kinds = grouped(spots);
  return [...kinds].map(([name, all]) => ({ name, inVain: 0, waiting: chance.shuffled(all) }));
}

function grouped(spots) {
  const groups = new Map();
  for (const spot of spots) {
    if (!groups.has(spot.kind)) groups.set(spot.kind, []);
    groups.get(spot.kind).push(spot);
  }
  return groups;
}

function sourcesOf(project, layer, only) {
  return readdirSync(join(project, 'src', layer), { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join('src', layer, name))
    .filter((file) => file.includes(only))
    .sort();
}
