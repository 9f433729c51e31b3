import { Clock } from '../../../sandbox/core/clock';
import { type Confluence, createConfluence } from '../../../sandbox/confluence';

const BASE = 'http://confluence.test';
const NOON = Date.parse('2026-03-02T12:00:00Z');

/** The keys of answers that tests read. */
export type Body = {
  readonly [key: string]: unknown;
  readonly id?: string;
  readonly key?: string;
  readonly title?: string;
  readonly body?: Readonly<Record<string, { readonly value: string }>>;
  readonly results?: readonly Body[];
  readonly errors?: readonly { readonly status: number; readonly title: string }[];
  readonly _links?: Readonly<Record<string, string>>;
};
export type Reply = { readonly status: number; readonly body: Body; readonly headers: Headers };
export type Who = 'writer' | 'reader' | 'outsider' | 'app' | 'nobody';

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  writer: ['responders'],
  reader: ['employees'],
  outsider: [],
  app: [],
};

/** Space OPS in which responders write and employees read, and space ALL that everybody may read. */
export class TestWiki {
  readonly clock = new Clock(NOON);
  readonly confluence: Confluence;
  /** Ids by key. */
  readonly spaces: Readonly<Record<'OPS' | 'ALL', string>>;
  /** Sees every call and its answer. */
  watch: (method: string, path: string, reply: Reply) => void = () => undefined;

  constructor() {
    this.confluence = createConfluence({
      clock: this.clock,
      baseUrl: () => BASE,
      visitor: (accountId) => {
        const groups = GROUPS[accountId];
        return groups && { accountId, groups, isApp: accountId === 'app' };
      },
      log: (message, detail) => {
        throw new Error(message, { cause: detail });
      },
    });
    const common = { authorId: 'writer', writers: ['responders'] };
    const add = (space: { key: string; name: string; readers: readonly string[] | 'everyone' }) =>
      this.confluence.addSpace({ ...common, ...space }).id;
    this.spaces = {
      OPS: add({ key: 'OPS', name: 'Operations', readers: ['employees'] }),
      ALL: add({ key: 'ALL', name: 'For all', readers: 'everyone' }),
    };
  }

  /** `/pages` is meant under `/wiki/api/v2`. */
  async call(method: string, path: string, body?: unknown, who: Who = 'writer'): Promise<Reply> {
    const address = path.startsWith('/wiki') ? path : `/wiki/api/v2${path}`;
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await this.confluence.fetch(new Request(BASE + address, init), {
      accountId: who === 'nobody' ? null : who,
      viaApp: who === 'app',
    });
    const text = await response.text();
    const parsed = (text === '' ? undefined : JSON.parse(text)) as Body;
    const reply = { status: response.status, body: parsed, headers: response.headers };
    this.watch(method, address, reply);
    return reply;
  }

  /** The same, and the body of an answer that must be a good one. */
  async ok(method: string, path: string, body?: unknown, who?: Who): Promise<Body> {
    const reply = await this.call(method, path, body, who);
    if (reply.status >= 400)
      throw new Error(`${method} ${path} answered ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  }

  /** A new page of space OPS in storage format. @returns its id. */
  async page(title: string, value = '<p>Words</p>', who?: Who): Promise<string> {
    const body = { representation: 'storage', value };
    const page = { spaceId: this.spaces.OPS, status: 'current', title, body };
    return String((await this.ok('POST', '/pages', page, who)).id);
  }
}

/** A change of a page to this version. */
export const changeOf = (id: string, number: number, title = 'Changed'): unknown => ({
  id,
  status: 'current',
  title,
  body: { representation: 'storage', value: '<p>Other words</p>' },
  version: { number, message: 'Better words' },
});
