import { z } from 'zod';
import { type PlatformCall, textOf } from './proxy';
import { type Queues } from './queues';
import { notEmulated } from './refusals';
import { type WebTriggers } from './webtriggers';

const graphRequest = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).default({}),
});

/** Atlassian's gateway, as far as `@forge/events` and `@forge/api` need it: queues and web triggers. */
export class Stargate {
  constructor(
    private readonly queues: Queues,
    private readonly webtriggers: WebTriggers,
  ) {}

  answer({ running, target, body }: PlatformCall): Response {
    const path = target.split('?')[0] ?? '';
    const request: unknown = JSON.parse(textOf(body) || '{}');
    if (path.startsWith('/webhook/queue/publish/')) return this.queues.push(request, running.depth);
    if (path.startsWith('/webhook/queue/stats/')) return this.queues.stats(request);
    if (path.startsWith('/webhook/queue/cancel/')) return this.queues.cancel(request);
    if (path === '/graphql') return this.graph(request);
    return notEmulated(`Atlassian's gateway at ${path}`);
  }

  private graph(body: unknown): Response {
    const { query, variables } = graphRequest.parse(body);
    if (query.includes('createWebTriggerUrl')) {
      const { triggerKey } = z.object({ triggerKey: z.string() }).parse(variables['input']);
      const url = this.webtriggers.urlOf(triggerKey, variables['forceCreate'] === true);
      return Response.json({ data: { createWebTriggerUrl: url === undefined ? null : { url } } });
    }
    if (query.includes('deleteWebTriggerUrl')) {
      const success = this.webtriggers.delete(String(variables['id']));
      const message = success ? null : 'No such web trigger';
      return Response.json({ data: { deleteWebTriggerUrl: { success, message } } });
    }
    if (query.includes('webTriggerUrlsByAppContext')) {
      return Response.json({ data: { webTriggerUrlsByAppContext: this.webtriggers.urls() } });
    }
    return notEmulated('this GraphQL operation');
  }
}
