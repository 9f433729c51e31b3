import { type StartedReview, type WhyNoPage } from '../../domain/review/started';
import { type ErrorCode, IncidentError } from '../../domain/errors';
import { type IncidentId, type PersonId } from '../../domain/incident/incident';
import { type Draft, type Entry } from '../../domain/log/entry';
import { type Head } from '../../domain/log/head';
import { peopleIn } from '../../domain/review/people';
import { reviewOf } from '../../domain/review/review';
import { toMarkdown } from '../../domain/review/to-markdown';
import { toStorage } from '../../domain/review/to-storage';
import { type Document } from '../../domain/review/document';
import { type Instant } from '../../domain/time';
import { type IncidentLogs } from '../../ports/log/incident-logs';
import { type Incidents } from '../../ports/incident/incidents';
import { type PeopleNames } from '../../ports/incident/people-names';
import { type SiteAddress } from '../../ports/review/site-address';
import { type ReviewPages } from '../../ports/review/review-pages';
import { type SettingsStore } from '../../ports/settings/settings';
import { type Language, type Words } from '../../ports/words';

type Deps = {
  readonly incidents: Pick<Incidents, 'get'>;
  readonly logs: Pick<IncidentLogs, 'append' | 'entries' | 'head'>;
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly peopleNames: PeopleNames;
  readonly reviewPages: ReviewPages;
  readonly siteAddress: SiteAddress;
  readonly words: Words;
  readonly now: () => Instant;
};

export type ReviewWish = {
  readonly person: PersonId;
  /** Key of the space that they chose; undefined: the one of the settings. */
  readonly space?: string;
  readonly language: Language;
  readonly timeZone: string;
};

/** As many entries as are read at once. */
const PAGE = 250;

/**
 * Starts the review of an incident from its log: a page in Confluence, written as the person who asks, or the same as
 * text where there is no Confluence for them. May be repeated: a page of the same title in the space is the one.
 *
 * @throws {IncidentError} as `Incidents.get` and `IncidentLogs.entries`; what Confluence does not do is an answer
 */
export async function startReview(
  deps: Deps,
  id: IncidentId,
  wish: ReviewWish,
): Promise<StartedReview> {
  const { document, head } = await writePage(deps, id, wish);
  const { response } = (await deps.settings.get()).settings;
  const page = await pageOf(deps.reviewPages, wish.space ?? response?.reviewSpace, document);
  const isDone = page.address !== null || page.why === 'no-confluence';
  const isLogged = isDone && (await logStart(deps, id, { head, person: wish.person, page }));
  return { ...page, isLogged, title: document.title, markdown: toMarkdown(document) };
}

async function writePage(
  { incidents, logs, peopleNames, siteAddress, words }: Deps,
  id: IncidentId,
  { language, timeZone }: ReviewWish,
): Promise<{ readonly document: Document; readonly head: Head }> {
  const [incident, head, say, site] = await Promise.all([
    incidents.get(id),
    logs.head(id),
    words.of(language),
    siteAddress.get(),
  ]);
  const entries: Entry[] = [];
  for (let from = 1; from <= head.seq; from += PAGE) {
    entries.push(...(await logs.entries(id, from, Math.min(from + PAGE - 1, head.seq))));
  }
  const names = await peopleNames.of(peopleIn(head, entries));
  const telling = { say, locale: language, timeZone, names, site };
  return { document: reviewOf({ incident, head, entries }, telling), head };
}

type Page = Pick<StartedReview, 'address' | 'why' | 'reason' | 'isNew'>;

async function pageOf(
  pages: ReviewPages,
  key: string | undefined,
  document: Document,
): Promise<Page> {
  try {
    // A space that nobody has named is asked for only where there are any.
    const space = await pages.space(key ?? 'none');
    if (space === 'unreachable') return none('no-confluence');
    if (key === undefined) return none('no-space');
    if (space === 'unknown') return none('space-unknown');
    const there = await pages.find(space, document.title);
    if (there !== undefined) return { address: there, why: null, reason: null, isNew: false };
    const page = { title: document.title, body: toStorage(document) };
    return { address: await pages.make(space, page), why: null, reason: null, isNew: true };
  } catch (error) {
    if (!(error instanceof IncidentError)) throw error;
    return none(WHY[error.code] ?? 'refused', error.details.subject);
  }
}

/** What may be seen and not written is "not found" to whoever writes there. */
const WHY: Partial<Record<ErrorCode, WhyNoPage>> = {
  forbidden: 'no-right',
  'not-found': 'no-right',
  unavailable: 'down',
};

function none(why: WhyNoPage, reason: string | null = null): Page {
  return { address: null, why, reason, isNew: false };
}

/** The log says once where it is, and who pressed first. */
async function logStart(
  { logs, now }: Deps,
  id: IncidentId,
  { person, page }: { readonly head: Head; readonly person: PersonId; readonly page: Page },
): Promise<boolean> {
  const address = page.address ?? undefined;
  const what = { kind: 'review', ...(address !== undefined && { address }) } as const;
  const draft: Draft = { what, saidAt: now(), by: person };
  const isSaid = ({ review }: Head) =>
    review !== undefined && (address === undefined || review.address === address);
  return logs
    .append(id, (head) => (isSaid(head) ? [] : [draft]))
    .then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof IncidentError)) throw error;
        return false;
      },
    );
}
