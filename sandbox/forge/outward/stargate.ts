import { z } from 'zod';
import { type Manifest } from '../manifest';
import { type PlatformCall, textOf } from './proxy';
import { type Queues } from '../running/queues';
import { notEmulated } from './refusals';
import { type WebTriggers } from '../running/webtriggers';

/** https://developer.atlassian.com/platform/forge/user-privacy-guidelines/ */
const accountsReport = z.strictObject({
  accounts: z
    .array(
      z.strictObject({
        accountId: z.string().regex(/^[A-Za-z0-9:-]{1,128}$/),
        updatedAt: z.iso.datetime({ offset: true }),
      }),
    )
    .min(1)
    .max(90),
});

export type Privacy = {
  /** Accounts that their owners have closed; absent: none. */
  readonly isClosed: ((accountId: string) => boolean) | undefined;
  readonly manifest: Pick<Manifest, 'scopes'>;
};

const graphRequest = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).default({}),
});

/** Atlassian's gateway, as far as `@forge/events` and `@forge/api` need it: queues, web triggers, reports of accounts. */
export class Stargate {
  constructor(
    private readonly queues: Queues,
    private readonly webtriggers: WebTriggers,
    private readonly privacy: Privacy,
  ) {}

  /** Accounts that the app has reported, one by one, the oldest first. */
  readonly reported: string[] = [];

  answer({ running, target, body }: PlatformCall): Response {
    const path = target.split('?')[0] ?? '';
    const request: unknown = JSON.parse(textOf(body) || '{}');
    if (path.startsWith('/webhook/queue/publish/')) return this.queues.push(request, running.depth);
    if (path.startsWith('/webhook/queue/stats/')) return this.queues.stats(request);
    if (path.startsWith('/webhook/queue/cancel/')) return this.queues.cancel(request);
    if (path === '/app/report-accounts') return this.report(request);
    if (path === '/graphql') return this.graph(request);
    return notEmulated(`Atlassian's gateway at ${path}`);
  }

  private report(body: unknown): Response {
    const { isClosed, manifest } = this.privacy;
    if (!manifest.scopes.has('report:personal-data'))
      return Response.json({ errorType: 'FORBIDDEN', errorMessage: 'No scope' }, { status: 403 });
    const sent = accountsReport.safeParse(body);
    if (!sent.success)
      return Response.json(
        { errorType: 'BAD_REQUEST', errorMessage: z.prettifyError(sent.error) },
        { status: 400 },
      );
    const ids = sent.data.accounts.map(({ accountId }) => accountId);
    this.reported.push(...ids);
    const closed = ids.filter((id) => isClosed?.(id) ?? false);
    if (closed.length === 0) return new Response(null, { status: 204 });
    return Response.json({
      accounts: closed.map((accountId) => ({ accountId, status: 'closed' })),
    });
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
