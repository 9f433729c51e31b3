import { route } from '@forge/api';
import { z } from 'zod';
import { type PersonId } from '../../domain/incident/incident';
import { instant } from '../../domain/time';
import { type MarkedComments } from '../../ports/log/marked-comments';
import { wordsIn } from './document-words';
import { type Jira } from './http';

const MARK = /#timeline\b/i;

const Page = z.object({
  comments: z
    .array(
      z.object({
        id: z.string(),
        created: z.string(),
        author: z.object({ accountId: z.string() }).nullish(),
        body: z.unknown(),
      }),
    )
    .default([]),
});

/** The newest comments of one issue, in one call. */
export function jiraMarkedComments(jira: Jira): MarkedComments {
  return {
    async of(id) {
      const answer = await jira(
        route`/rest/api/3/issue/${id}/comment?orderBy=-created&maxResults=100`,
      );
      return Page.parse(answer).comments.flatMap(({ id: comment, created, author, body }) => {
        const text = wordsIn(body);
        if (!MARK.test(text)) return [];
        return [
          {
            id: comment,
            at: instant(created),
            text: text.replace(MARK, '').trim(),
            ...(author && { by: author.accountId as PersonId }),
          },
        ];
      });
    },
  };
}
