import { holding } from '../statistics/many';
import { atResolution } from '../statistics/resolution';
import { parted, type Sample, sampleOf, sortedSample } from '../statistics/sample';
import { type Instant } from '../time';
import { isOpen, type Member, ttdsOf, ttrOf, ttrsOf } from './cohort';
import { wholeBatches } from './hidden';
import { named } from './table';
import { compare, type Compared, estimateOf } from './compare';
import { type FiguresNamed, type WhereView } from './views';

/** A smaller group says nothing, and may say who it was. */
const FEWEST_OF_GROUP = 5;
/** As many as can be read, and are compared; the others count as small. */
const MOST_GROUPS = 40;

export type GroupKind = WhereView['grouping'];

type Group = FiguresNamed & { readonly members: readonly Member[] };

/** What takes long where: each group against all others, with false hits kept down over all groups together. */
export function where(
  members: readonly Member[],
  { grouping, now }: { readonly grouping: GroupKind; readonly now: Instant },
): WhereView {
  const all = groupsOf(members, grouping);
  const large = all
    .filter((group) => group.members.length >= FEWEST_OF_GROUP)
    .toSorted((a, b) => order(a, b, grouping))
    .slice(0, MOST_GROUPS);
  const shown = new Set(large.map(({ id }) => id));
  const small = all.filter(({ id }) => !shown.has(id));
  const compared = comparedAmong(large, members, now);
  const verdicts = together(compared);
  return {
    grouping,
    groups: large.map(({ id, name, members: own }, at) => ({
      id,
      name,
      n: own.length,
      open: own.filter(isOpen).length,
      ttr: estimateOf(ttrsOf(own, now)),
      ttd: estimateOf(ttdsOf(own)),
      against: verdicts[at] ?? NONE,
    })),
    small: {
      groups: small.length,
      n: new Set(small.flatMap((group) => group.members)).size,
    },
    overlapping: grouping === 'product',
  };
}

function order(a: Group, b: Group, grouping: GroupKind): number {
  if (grouping === 'severity') return (a.id ?? '9').localeCompare(b.id ?? '9');
  return b.members.length - a.members.length;
}

function groupsOf(members: readonly Member[], grouping: GroupKind): readonly Group[] {
  const groups = new Map<string | null, { name: string | null; members: Member[] }>();
  for (const member of members) {
    for (const { id, name } of namesOf(member, grouping)) {
      const group = groups.get(id) ?? { name, members: [] };
      group.members.push(member);
      groups.set(id, group);
    }
  }
  return [...groups]
    .map(([id, { name, members: own }]) => ({ id, name, members: wholeBatches(own) }))
    .filter((group) => group.members.length > 0);
}

const NOBODY_SAID: FiguresNamed = { id: null, name: null };

function namesOf({ service, products, severity }: Member, grouping: GroupKind) {
  if (grouping === 'product') return products.length > 0 ? products.map(named) : [NOBODY_SAID];
  if (grouping === 'service') return [named(service)];
  return [severity === undefined ? NOBODY_SAID : { id: String(severity), name: null }];
}

/** Each group against all others, also those of its own that are hidden and not counted in it. Sorted once for all: what is taken of it stays sorted. */
function comparedAmong(
  groups: readonly Group[],
  members: readonly Member[],
  now: Instant,
): readonly Compared[] {
  const timed = members.map((member) => {
    const { ms, open } = ttrOf(member, now);
    return { member, open, ms: atResolution(ms) };
  });
  timed.sort((a, b) => a.ms - b.ms);
  const all = sortedSample(timed);
  const places = new Map(timed.map(({ member }, place) => [member, place]));
  return groups.map((group) => against(group, all, places));
}

function against({ members }: Group, all: Sample, places: ReadonlyMap<Member, number>): Compared {
  const own = Float64Array.from(members, (member) => places.get(member) ?? 0).sort();
  return compare(...parted(all, own));
}

const NONE = compareNothing();

function compareNothing() {
  const { p: _, ...none } = compare(sampleOf([]), sampleOf([]));
  return none;
}

/** A verdict that does not hold among all of them together is none. */
function together(compared: readonly Compared[]) {
  const ps = compared.flatMap(({ p }) => (p === null ? [] : [p]));
  const holds = holding(ps);
  const held = new Set(ps.filter((_, at) => holds[at]));
  return compared.map(({ p, ...rest }) =>
    rest.verdict === 'tooFew' || (p !== null && held.has(p))
      ? rest
      : { ...rest, verdict: 'noChange' as const },
  );
}
