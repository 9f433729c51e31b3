import { z } from 'zod';
import { type Finding, type Ground, type Probe } from '../probe';

const Found = z.object({ issues: z.array(z.unknown()) });
const Count = z.object({ count: z.number() });
const TRIES = 20;
const PAUSE_MS = 500;

async function search({ site }: Ground, body: object): Promise<number> {
  return (await site.call('POST', '/rest/api/3/search/jql', { body })).status;
}

const jqlOf = ({ project }: Ground, rest: string) => `project = ${project.key} AND ${rest}`;

export const searches: readonly Probe[] = [
  {
    id: 'search-body',
    question: 'What does a search refuse? The app asks for no more than Jira describes.',
    async ask(ground): Promise<Finding> {
      const jql = `project = ${ground.project.key}`;
      const properties = ['a', 'b', 'c', 'd', 'e', 'f'];
      return {
        startAt: await search(ground, { jql, startAt: 0 }),
        unknownKey: await search(ground, { jql, nothing: true }),
        tooMany: await search(ground, { jql, maxResults: 5001 }),
        sixProperties: await search(ground, { jql, properties }),
        unbounded: await search(ground, { jql: '' }),
      };
    },
  },
  {
    id: 'jql',
    question: 'How strict is JQL with moments, people and patterns?',
    async ask(ground): Promise<Finding> {
      const status = (rest: string) => search(ground, { jql: jqlOf(ground, rest) });
      return {
        momentWithZone: await status('created > "2026-03-02T10:00:00Z"'),
        noSuchDay: await status('created > "2026-02-30"'),
        unknownUser: await status('assignee = "nobody-of-this-name"'),
        leadingStar: await status('text ~ "*word"'),
        unknownField: await status('nothingOfTheKind = 1'),
      };
    },
  },
  {
    id: 'index-delay',
    question:
      'After how many seconds does a search find a new issue? Interrupted alerts are looked for by a search.',
    async ask(ground): Promise<Finding> {
      const jql = `key = ${ground.issue.key}`;
      for (let n = 0; n < TRIES; n++) {
        const { json } = await ground.site.call('POST', '/rest/api/3/search/jql', {
          body: { jql },
        });
        const found = Found.safeParse(json);
        if (found.success && found.data.issues.length > 0) return { found: true };
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
      return { found: false };
    },
  },
  {
    id: 'count',
    question: 'Is the approximate count exact? Figures compare it with the store.',
    async ask(ground): Promise<Finding> {
      const jql = `key = ${ground.issue.key}`;
      const path = '/rest/api/3/search/approximate-count';
      const { status, json } = await ground.site.call('POST', path, { body: { jql } });
      const read = Count.safeParse(json);
      return { status, exact: read.success && read.data.count === 1 };
    },
  },
];
