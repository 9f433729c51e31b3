import { type IncidentId } from '../incident/incident';
import { type Settings } from '../settings/settings';
import { folded } from '../settings/rules';
import { type Severity } from '../incident/severity';
import { cutAt } from '../texts';
import { type Instant } from '../time';

/** How it was noticed: by monitoring, told by a customer, or seen by the company's own people. */
export const DETECTION_SOURCES = ['monitoring', 'customer', 'self'] as const;
export type DetectionSource = (typeof DETECTION_SOURCES)[number];

/** That something is wrong, as whoever noticed it says it. Only the summary is sure to be there. */
export type Declaration = {
  readonly summary: string;
  readonly description?: string;
  readonly severity?: Severity;
  /** By name. */
  readonly service?: string;
  /** By name. */
  readonly products?: readonly string[];
  readonly impactStart?: Instant;
  readonly detected?: Instant;
  readonly source: DetectionSource;
  /** What the other side calls it: the same alert twice is one incident. */
  readonly alertId?: string;
};

/** What a new issue can be given beside its summary. */
export const DECLARED_FIELDS = [
  'severity',
  'faultyService',
  'affectedProducts',
  'description',
] as const;
export type DeclaredField = (typeof DECLARED_FIELDS)[number];

/** What is wanted of an issue, in words: names as people say them, the level as a number. */
export type Wish = { readonly [Field in DeclaredField]?: readonly string[] };

/** One try to make the issue. */
export type Attempt = {
  readonly summary: string;
  readonly wish: Wish;
  /** What Jira refused before, each with its reason; null: it gave none. */
  readonly refused: Refused;
};
export type Refused = { readonly [Field in DeclaredField]?: string | null };

/** What Jira said against a new issue. */
export type Refusal = {
  /** Of our fields. */
  readonly fields: { readonly [Field in DeclaredField]?: string };
  /** All it said, for people; null: nothing. */
  readonly said: string | null;
};

/** How Jira answered a try: an issue, or what is against it. */
export type Raised = { readonly id: IncidentId } | { readonly refusal: Refusal };

/** Jira's own limit. */
const SUMMARY_LENGTH = 255;

/**
 * The first try: everything that was declared. A summary that is longer than Jira takes is cut, and stands in full
 * above the description.
 */
export function firstAttempt(declaration: Declaration): Attempt {
  const line = declaration.summary.trim().replaceAll(/\s+/g, ' ');
  const isLong = line.length > SUMMARY_LENGTH;
  const { description, severity, service, products = [] } = declaration;
  const text = [...(isLong ? [line] : []), ...(description ? [description] : [])].join('\n\n');
  return {
    summary: cutAt(line, SUMMARY_LENGTH),
    wish: {
      ...(severity && { severity: [String(severity)] }),
      ...(service && { faultyService: [service] }),
      ...(products.length > 0 && { affectedProducts: products }),
      ...(text && { description: [text] }),
    },
    refused: {},
  };
}

/**
 * What to try next after Jira refused: the same without the fields that it named; without all of them where it named
 * none of those that were sent, because one may stand behind what it did name. Nothing is made up to please it.
 *
 * @returns undefined when not even the summary alone makes an issue.
 */
export function afterRefusal({ summary, wish, refused }: Attempt, refusal: Refusal) {
  const sent = DECLARED_FIELDS.filter((field) => wish[field] !== undefined);
  if (sent.length === 0) return undefined;
  const named = sent.filter((field) => refusal.fields[field] !== undefined);
  const dropped = named.length > 0 ? named : sent;
  const reasons = dropped.map((field) => [field, refusal.fields[field] ?? refusal.said]);
  const next: Attempt = {
    summary,
    wish: Object.fromEntries(
      sent.filter((field) => !dropped.includes(field)).map((field) => [field, wish[field]]),
    ),
    refused: { ...refused, ...(Object.fromEntries(reasons) as Refused) },
  };
  return next;
}

/** The id of the row that people mean by this name: case and spaces do not count. */
export function idOfName(
  rows: readonly { readonly id: string; readonly name: string }[],
  name: string,
): string | undefined {
  return rows.find((row) => folded(row.name) === folded(name))?.id;
}

/** Of the names wanted for a field, those that the settings do not know. */
export function unknownNames(
  field: DeclaredField,
  wanted: readonly string[],
  { services, products }: Pick<Settings, 'services' | 'products'>,
): readonly string[] {
  if (field !== 'faultyService' && field !== 'affectedProducts') return [];
  const rows = field === 'faultyService' ? services : products;
  return wanted.filter((name) => idOfName(rows, name) === undefined);
}
