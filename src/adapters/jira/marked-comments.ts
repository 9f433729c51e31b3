import { route } from '@forge/api';
import { z } from 'zod';
import { type IncidentId, type PersonId } from '../../domain/incident/incident';
import { type MarkedComment } from '../../domain/log/from-jira';
import { instant } from '../../domain/time';
import { type MarkedComments } from '../../ports/log/marked-comments';
import { wordsIn } from './document-words';
import { type Jira } from './http';

const MARK = /#timeline\b/i;

const Comment = z.object({
  id: z.string(),
  created: z.string(),
  updated: z.string().nullish(),
  author: z.object({ accountId: z.string() }).nullish(),
  body: z.unknown(),
  /** For people of a role or a group only. */
  visibility: z.unknown().optional(),
  /** false: a note that a service desk's people write for each other. Everywhere else it is true. */
  jsdPublic: z.boolean().nullish(),
});
type Comment = z.infer<typeof Comment>;

const Page = z.object({ total: z.number(), comments: z.array(Comment).default([]) });

const PAGE = 100;
const PAGES = 10;

/** Read from the newest on, in one call, unless a known one lies further back. */
export function jiraMarkedComments(jira: Jira): MarkedComments {
  return {
    async of(id, known) {
      const seen = new Map<string, Comment>();
      const totals = new Set<number>();
      const isMissing = (one: string) => !seen.has(one);
      let isEnd = false;
      for (let page = 0; page < PAGES && !isEnd; page += 1) {
        const { total, comments } = await readPage(jira, id, page * PAGE);
        for (const comment of comments) seen.set(comment.id, comment);
        totals.add(total);
        isEnd = comments.length < PAGE || (page + 1) * PAGE >= total;
        if (!known.some(isMissing)) break;
      }
      // One that was deleted meanwhile moves the others, and one of them may lie between two pages.
      const isWhole = !known.some(isMissing) || (isEnd && totals.size === 1);
      return { marked: [...seen.values()].toReversed().flatMap(markedIn), isWhole };
    },
  };
}

async function readPage(jira: Jira, id: IncidentId, startAt: number) {
  const answer = await jira(
    route`/rest/api/3/issue/${id}/comment?orderBy=-created&maxResults=100&startAt=${startAt}`,
  );
  return Page.parse(answer);
}

function markedIn({ id, created, updated, author, body, ...who }: Comment): MarkedComment[] {
  const isForAll = !who.visibility && who.jsdPublic !== false;
  const text = isForAll ? wordsIn(body) : '';
  if (!MARK.test(text)) return [];
  const at = instant(created);
  return [
    {
      id,
      at,
      version: updated ? instant(updated) : at,
      text: text.replace(MARK, '').trim(),
      ...(author && { by: author.accountId as PersonId }),
    },
  ];
}
