/** Finds every spot of a source that can be changed, as texts: what stands there, and what may stand there instead. */
import ts from 'typescript';
import { KINDS } from './kinds.mjs';

/**
 * @typedef {{
 *   file: string, kind: string, line: number, from: string, to: string, start: number, end: number,
 *   within: { start: number, end: number } | undefined,
 * }} Spot `within` is the expression that is run when the spot is reached; a statement has none
 */

/** @returns {Spot[]} in the order of the source; types are left alone, nothing runs them */
export function spotsOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found = [];
  const look = (node) => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) {
      return;
    }
    for (const [kind, changes] of Object.entries(KINDS)) {
      for (const change of changes(node)) found.push(asSpot(source, kind, change));
    }
    ts.forEachChild(node, look);
  };
  ts.forEachChild(source, look);
  return found;
}

function asSpot(source, kind, { node, upTo = node, to, place = 'expression', within = node }) {
  const start = node.getStart();
  const end = place === 'member' ? pastComma(source.text, node.end) : upTo.end;
  return {
    file: source.fileName,
    kind,
    line: source.getLineAndCharacterOfPosition(start).line + 1,
    from: source.text.slice(start, end),
    to,
    start,
    end,
    within: place === 'statement' ? undefined : { start: within.getStart(), end: within.end },
  };
}

function pastComma(text, end) {
  const comma = /^\s*,/.exec(text.slice(end));
  return comma ? end + comma[0].length : end;
}

export function changed(text, { start, end, to }) {
  return text.slice(0, start) + to + text.slice(end);
}

/**
 * The source with a call at each spot that says that it was reached; it does the same as before otherwise.
 *
 * @param {readonly (Spot & { id: number })[]} spots
 */
export function withProbes(text, spots) {
  const pieces = spots.flatMap(({ id, start, within }) => {
    const reached = `globalThis.__reached?.(${id})`;
    if (!within) return [{ at: start, put: `${reached};`, size: Infinity }];
    const size = within.end - within.start;
    return [
      { at: within.start, put: `(${reached}, (`, size },
      { at: within.end, put: '))', size: -size },
    ];
  });
  pieces.sort((one, other) => one.at - other.at || rank(one, other));
  return assembled(text, pieces);
}

/** At one place: what ends comes before what begins; the inner end first, the outer begin first. */
function rank(one, other) {
  if (one.size < 0 !== other.size < 0) return one.size < 0 ? -1 : 1;
  return one.size === other.size ? 0 : other.size - one.size;
}

function assembled(text, pieces) {
  let result = '';
  let done = 0;
  for (const { at, put } of pieces) {
    result += text.slice(done, at) + put;
    done = at;
  }
  return result + text.slice(done);
}
