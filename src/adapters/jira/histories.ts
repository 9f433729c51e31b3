import { route } from '@forge/api';
import { z } from 'zod';
import { TIME_NAMES } from '../../domain/clocks/clocks';
import { type Author, type Change, type FromTo, type History } from '../../domain/incident/history';
import { type IncidentId, type PersonId } from '../../domain/incident/incident';
import { type Instant, instant, readInstant } from '../../domain/time';
import { type Histories } from '../../ports/incident/histories';
import { type SiteMap, type SiteMaps } from '../../ports/set-up/site-map';
import { PATIENT_MS } from '../http';
import { type Jira } from './http';

const Item = z.object({
  field: z.string().optional(),
  fieldId: z.string().optional(),
  from: z.string().nullish(),
  to: z.string().nullish(),
  fromString: z.string().nullish(),
  // Not looked at where it is absent: every object has a function of this name.
  toString: z.preprocess(
    (text) => (typeof text === 'function' ? null : text),
    z.string().nullish(),
  ),
});
const Entry = z.object({
  id: z.string().optional(),
  // Nobody, where a rule, an import or somebody whose account is gone made the change.
  author: z
    .object({
      accountId: z.string().nullish(),
      displayName: z.string().nullish(),
      accountType: z.string().nullish(),
    })
    .nullish(),
  // The description has a text, its example a number of seconds.
  created: z.union([z.string().refine((text) => momentIn(text) !== undefined), z.number()]),
  items: z.array(Item).default([]),
});
const Page = z.object({
  issueChangeLogs: z
    .array(z.object({ issueId: z.string(), changeHistories: z.array(z.unknown()).default([]) }))
    .default([]),
  nextPageToken: z.string().nullish(),
});

type Item = z.infer<typeof Item>;

const LINKS = 'issuelinks';

/**
 * The change logs of many issues at once, of the few fields that matter here: one call a thousand changes. A log with an
 * entry that cannot be read is left out, and the others are handed out.
 */
export function jiraHistories(jira: Jira, siteMaps: SiteMaps): Histories {
  return {
    async of(issueIdsOrKeys) {
      const map = await siteMaps.get();
      const changes = new Map<IncidentId, Change[]>(issueIdsOrKeys.map((id) => [id, []]));
      const change = changeIn(map);
      const fieldIds = ['status', 'assignee', LINKS, ...fieldsOf(map)];
      let nextPageToken: string | undefined;
      do {
        const body = { issueIdsOrKeys, fieldIds, maxResults: 1000, nextPageToken };
        const page = Page.parse(
          await jira(route`/rest/api/3/changelog/bulkfetch`, {
            method: 'POST',
            body,
            deadlineMs: PATIENT_MS,
          }),
        );
        for (const { issueId, changeHistories } of page.issueChangeLogs) {
          const id = issueId as IncidentId;
          const read = Entry.array().safeParse(changeHistories);
          if (read.success) changes.get(id)?.push(...read.data.map(change));
          else changes.delete(id);
        }
        nextPageToken = page.nextPageToken ?? undefined;
      } while (nextPageToken !== undefined);
      return new Map([...changes].map(([id, of]) => [id, oldestFirst(of)]));
    },
  };
}

function fieldsOf({ fields }: SiteMap): string[] {
  return [...TIME_NAMES.map((name) => fields[name]), fields.severity];
}

/** Entries of the same moment stay in Jira's order. */
function oldestFirst(changes: readonly Change[]): History {
  return changes.toSorted((a, b) => a.at - b.at);
}

function changeIn(map: SiteMap): (entry: z.infer<typeof Entry>) => Change {
  return ({ id, author, created, items }) => {
    const of = (fieldId: string) => items.find((item) => item.fieldId === fieldId);
    const status = of('status');
    const times = TIME_NAMES.flatMap((name) => {
      const item = of(map.fields[name]);
      return item ? [[name, fromTo(item, momentIn)] as const] : [];
    });
    const severity = of(map.fields.severity);
    const assignee = of('assignee');
    const links = items.filter(isLink);
    return {
      id,
      at: momentOf(created),
      by: authorOf(author),
      phase: status && { from: map.phases[status.from ?? ''], to: map.phases[status.to ?? ''] },
      times: times.length > 0 ? Object.fromEntries(times) : undefined,
      severity: severity && fromTo(severity, (option) => map.severities[option]),
      assignee: assignee && fromTo(assignee, (account) => account as PersonId),
      links: links.length > 0 ? links.map(linkOf) : undefined,
    };
  };
}

/** Jira calls it by the field's name, and not always by its id. */
function isLink({ fieldId, field }: Item): boolean {
  return fieldId === LINKS || field === 'Link';
}

function linkOf(item: Item) {
  const added = typeof item.to === 'string' && item.to !== '';
  return { added, text: (added ? item.toString : item.fromString) ?? '' };
}

function authorOf(author: z.infer<typeof Entry>['author']): Author | undefined {
  const { accountId, displayName, accountType } = author ?? {};
  if (typeof accountId !== 'string') return undefined;
  return { id: accountId as PersonId, name: displayName ?? '', isApp: accountType === 'app' };
}

function fromTo<Value>(
  { from, to }: Item,
  read: (text: string) => Value | undefined,
): FromTo<Value> {
  const value = (text: string | null | undefined) =>
    text === null || text === undefined || text === '' ? null : read(text);
  return { from: value(from), to: value(to) };
}

/** A moment as a change log spells it, as finely as the field keeps it; undefined where it says no moment for sure. */
function momentIn(text: string): Instant | undefined {
  const read = readInstant(text);
  return typeof read === 'number' ? read : undefined;
}

function momentOf(created: string | number): Instant {
  if (typeof created === 'string') return instant(created);
  return (created < 100_000_000_000 ? created * 1000 : created) as Instant;
}
