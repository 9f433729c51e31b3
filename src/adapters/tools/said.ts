import { createHash } from 'node:crypto';
import {
  type Declaration,
  DETECTION_SOURCES,
  type DetectionSource,
} from '../../domain/declaring/declaration';
import { levelMeant } from '../../domain/declaring/level';
import { cutAt, holdable } from '../../domain/texts';
import { type ReadAlert } from '../../ports/declaring/alert-bodies';
import { linesOf, listIn, momentIn, type Obj, textIn } from './json';

/** What a tool's body says, found but not judged. */
export type Said = {
  /** What the tool calls it. Absent: it is known by its words. */
  readonly id?: string | undefined;
  readonly summary?: string | undefined;
  readonly description?: string | undefined;
  readonly severity?: unknown;
  readonly service?: unknown;
  readonly products?: unknown;
  readonly impactStart?: unknown;
  readonly detected?: unknown;
  readonly source?: unknown;
  readonly state?: ReadAlert['state'];
  readonly recoveredAt?: unknown;
  readonly labels?: ReadAlert['labels'];
  /** Absent: its title. */
  readonly name?: string | undefined;
  /** Addresses, the best one first. */
  readonly links?: readonly unknown[];
  /** What has no place of its own. */
  readonly others?: Obj;
  readonly isTest?: boolean;
};

/** As much as is kept of each, in letters: one value of the store holds all of it, and Jira nearly all. */
export const MOST = {
  id: 500,
  summary: 2000,
  description: 30_000,
  name: 255,
  names: 100,
  address: 2000,
} as const;
const MOST_ASIDES = 8000;

/**
 * An alert of what was said. Whatever it is, it is one: what does not fit is cut at a whole letter, what is called
 * otherwise is mapped, and what cannot be told stays as words.
 */
export function alertOf(said: Said): ReadAlert {
  const summary = oneLine(said.summary ?? firstLine(said.description) ?? '');
  const description = holdable(said.description ?? '').trim();
  const lines = [...doubtful(said), ...linesOf(said.others ?? {})];
  const shown = new Set(description.split('\n'));
  const asides = cutAt(lines.filter((line) => !shown.has(line)).join('\n'), MOST_ASIDES);
  const recoveredAt = momentIn(said.recoveredAt);
  const link = said.links?.map(addressIn).find((one) => one !== undefined);
  return {
    declaration: {
      alertId: idOf(said, summary),
      summary: cutAt(summary, MOST.summary),
      ...(description !== '' && { description: cutAt(description, MOST.description) }),
      ...choicesIn(said),
      ...momentsIn(said),
      source: sourceIn(said.source) ?? 'monitoring',
    },
    state: said.state ?? 'firing',
    ...(recoveredAt !== undefined && { recoveredAt }),
    name: cutAt(oneLine(said.name ?? summary), MOST.name),
    ...(link !== undefined && { link }),
    labels: said.labels ?? new Map<string, string>(),
    asides: asides === '' ? [] : asides.split('\n'),
    wasCut: summary.length > MOST.summary || description.length > MOST.description,
    isTest: said.isTest ?? false,
  };
}

function choicesIn(said: Said): Pick<Declaration, 'severity' | 'service' | 'products'> {
  const severity = levelSaid(said.severity);
  const service = nameIn(said.service);
  const products = namesIn(said.products);
  return {
    ...(severity !== undefined && { severity }),
    ...(service !== undefined && { service }),
    ...(products.length > 0 && { products }),
  };
}

function momentsIn(said: Said): Pick<Declaration, 'impactStart' | 'detected'> {
  const detected = momentIn(said.detected);
  const impactStart = momentIn(said.impactStart);
  return {
    ...(impactStart !== undefined && { impactStart }),
    ...(detected !== undefined && { detected }),
  };
}

/** What was said of things that have a place, and does not fit there. */
function doubtful(said: Said): readonly string[] {
  const { severity, source, impactStart, detected, service, products } = said;
  const level = textIn(severity);
  return linesOf({
    ...(level !== undefined && !/^[123]$/.test(level) && { severity: level }),
    ...(typeof severity === 'object' && { severity }),
    ...(sourceIn(source) === undefined && { source }),
    ...(momentIn(impactStart) === undefined && { impactStart }),
    ...(momentIn(detected) === undefined && { detected }),
    ...(nameIn(service) !== textIn(service) || typeof service === 'object' ? { service } : {}),
    ...(isOddList(products) && { products }),
  });
}

function isOddList(products: unknown): boolean {
  if (products === undefined || products === null || typeof products === 'string') return false;
  const all = listIn(products);
  return (
    !Array.isArray(products) || namesIn(products).length < all.length || all.length > MOST.names
  );
}

function levelSaid(severity: unknown) {
  const text = textIn(severity);
  return text === undefined ? undefined : levelMeant(text);
}

function sourceIn(source: unknown): DetectionSource | undefined {
  return DETECTION_SOURCES.find((one) => one === source);
}

function nameIn(value: unknown): string | undefined {
  const text = textIn(value);
  return text === undefined ? undefined : cutAt(oneLine(text), MOST.name);
}

/** A list of names, or one. */
function namesIn(value: unknown): readonly string[] {
  const all = Array.isArray(value) ? listIn(value) : [value];
  const names = all.slice(0, MOST.names).flatMap((one) => nameIn(one) ?? []);
  return [...new Set(names)];
}

/** Long ids and alerts without one are known by a digest. */
function idOf({ id, description, others }: Said, summary: string): string {
  if (id !== undefined && id.length <= MOST.id) return id;
  const words = id ?? JSON.stringify([summary, summary === '' ? [description, others] : null]);
  return `sha256:${createHash('sha256').update(words).digest('hex')}`;
}

/** An address that a browser may open for people; anything else is words. */
function addressIn(value: unknown): string | undefined {
  const text = textIn(value);
  if (text === undefined || text.length > MOST.address || !URL.canParse(text)) return undefined;
  const { protocol, href } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

/** Without ends of lines and what no product keeps. */
export function oneLine(text: string): string {
  return holdable(text).replaceAll(/\s+/g, ' ').trim();
}

function firstLine(text: string | undefined): string | undefined {
  return text?.split(/\r?\n/).find((line) => line.trim() !== '');
}
