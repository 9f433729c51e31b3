import { Clock } from '../../../sandbox/core/clock';
import { type ProductEvent } from '../../../sandbox/core/product';
import { createJira, type Jira, type KindOfSite, type Person } from '../../../sandbox/jira/index';

const BASE = 'http://jira.test';
export const NOON = Date.parse('2026-03-02T12:00:00Z');
export const APP = 'app-account';
const TYPES = 'com.atlassian.jira.plugin.system.customfieldtypes:';

/** The keys of answers that tests read. */
export type Body = {
  readonly [key: string]: unknown;
  readonly id?: string | number;
  readonly key?: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly fieldId?: string;
  readonly total?: number;
  readonly taskId?: string;
  readonly count?: number;
  readonly isLast?: boolean;
  readonly nextPageToken?: string;
  readonly errorMessages?: readonly string[];
  readonly errors?: Readonly<Record<string, string>>;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly renderedFields?: Readonly<Record<string, unknown>>;
  readonly values?: readonly Body[];
  readonly options?: readonly Body[];
  readonly issues?: readonly Body[];
  readonly issueTypes?: readonly Body[];
  readonly transitions?: readonly Body[];
};

export type Reply = { readonly status: number; readonly body: Body; readonly headers: Headers };

/** `/issue/HOT-1` is meant under `/rest/api/3`; another API's address is written out. */
export const addressOf = (path: string): string =>
  path.startsWith('/rest/') ? path : `/rest/api/3${path}`;

/** A site with an admin, a responder, a reader, an outsider and an app; nothing set up. */
export class TestSite {
  readonly clock = new Clock(NOON);
  readonly jira: Jira;
  readonly events: ProductEvent[] = [];
  readonly admin: Person;
  readonly responder: Person;
  readonly reader: Person;
  readonly outsider: Person;
  /** Sees every call and its answer. */
  watch: (method: string, path: string, reply: Reply) => void = () => undefined;

  constructor(options: KindOfSite = {}) {
    this.jira = createJira({
      clock: this.clock,
      baseUrl: () => BASE,
      log: (message, detail) => {
        throw new Error(message, { cause: detail });
      },
      ...options,
    });
    this.jira.onEvent((event) => this.events.push(event));
    const person = (displayName: string, groups: string[] = []): Person =>
      this.jira.addPerson({
        displayName,
        email: `${displayName.toLowerCase()}@fjord.example`,
        groups,
      });
    this.admin = person('Ada', ['jira-administrators']);
    this.responder = person('Rafi', ['responders']);
    this.reader = person('Lena', ['readers']);
    this.outsider = person('Otto');
    this.jira.install({
      appId: 'app-1',
      environmentId: 'env-1',
      name: 'Response',
      accountId: APP,
      fields: [
        {
          key: 'ttd',
          name: 'Time to detect',
          description: 'Minutes',
          type: 'number',
          readOnly: true,
          formatter: 'value + " min"',
        },
      ],
      entityProperties: [
        {
          propertyKey: 'incident',
          entityType: 'issue',
          values: [{ path: 'severity', type: 'number', searchAlias: 'incidentSeverity' }],
        },
      ],
      gadgets: [{ moduleKey: 'open', title: 'Open incidents' }],
      postFunctions: [{ moduleKey: 'noted', name: 'Note it', description: 'Writes it down' }],
    });
  }

  /** Calls as the admin, or as somebody else; `APP` calls as the app. */
  async call(
    method: string,
    path: string,
    body?: unknown,
    who: Person | typeof APP | null = this.admin,
  ): Promise<Reply> {
    const form = { method, body: body as FormData, headers: { 'X-Atlassian-Token': 'no-check' } };
    const headers = { 'Content-Type': 'application/json', 'X-ExperimentalApi': 'opt-in' };
    const json =
      body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    const init = body instanceof FormData ? form : json;
    const request = new Request(BASE + addressOf(path), init);
    const accountId = who === APP ? APP : (who?.accountId ?? null);
    const response = await this.jira.fetch(request, { accountId, viaApp: who === APP });
    const text = await response.text();
    const parsed = (text === '' ? undefined : JSON.parse(text)) as Body;
    const reply = { status: response.status, body: parsed, headers: response.headers };
    this.watch(method, path, reply);
    return reply;
  }

  /** The same, and the body of an answer that must be a good one. */
  async ok(method: string, path: string, body?: unknown, who?: Person | typeof APP): Promise<Body> {
    const reply = await this.call(method, path, body, who);
    if (reply.status >= 400)
      throw new Error(`${method} ${path} answered ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  }

  /** Project HOT in which responders work, readers read and nobody else is. */
  async project(): Promise<void> {
    await this.ok('POST', '/project', {
      key: 'HOT',
      name: 'Incidents',
      projectTypeKey: 'software',
      leadAccountId: this.admin.accountId,
    });
    const grants = (role: number, keys: string[]): unknown[] =>
      keys.map((permission) => ({
        permission,
        holder: { type: 'projectRole', parameter: String(role) },
      }));
    const work = ['CREATE_ISSUES', 'EDIT_ISSUES', 'TRANSITION_ISSUES', 'ASSIGN_ISSUES'];
    const talk = [
      'ASSIGNABLE_USER',
      'ADD_COMMENTS',
      'EDIT_OWN_COMMENTS',
      'LINK_ISSUES',
      'CREATE_ATTACHMENTS',
    ];
    const { id } = await this.ok('POST', '/permissionscheme', {
      name: 'Incident permissions',
      permissions: [
        ...grants(10004, ['BROWSE_PROJECTS', ...work, ...talk]),
        ...grants(10005, ['BROWSE_PROJECTS']),
        ...grants(10002, [
          'BROWSE_PROJECTS',
          ...work,
          ...talk,
          'DELETE_ISSUES',
          'ADMINISTER_PROJECTS',
        ]),
        ...grants(10002, ['DELETE_OWN_COMMENTS', 'MODIFY_REPORTER', 'SET_ISSUE_SECURITY']),
        ...grants(10002, ['MANAGE_WATCHERS', 'MOVE_ISSUES']),
      ],
    });
    await this.ok('PUT', '/project/HOT/permissionscheme', { id });
    await this.ok('POST', '/project/HOT/role/10004', { group: ['responders'] });
    await this.ok('POST', '/project/HOT/role/10005', { group: ['readers'] });
  }

  /** A custom field with these options, in project HOT and on its screen. */
  async field(name: string, type: string, options: readonly string[] = []): Promise<string> {
    const { id } = await this.ok('POST', '/field', { name, type: TYPES + type });
    if (options.length > 0) {
      const { values } = await this.ok('GET', `/field/${String(id)}/context`);
      await this.ok('POST', `/field/${String(id)}/context/${String(values?.[0]?.id)}/option`, {
        options: options.map((value) => ({ value })),
      });
    }
    await this.associate(String(id));
    await this.onScreen(String(id));
    return String(id);
  }

  /** Gives a field to project HOT, as one that is made over REST belongs to none. */
  async associate(fieldId: string, project = 'HOT'): Promise<void> {
    const { id } = await this.ok('GET', `/project/${project}`);
    await this.ok('PUT', '/field/association', {
      associationContexts: [{ type: 'PROJECT_ID', identifier: Number(id) }],
      fields: [{ type: 'FIELD_ID', identifier: fieldId }],
    });
  }

  async onScreen(fieldId: string): Promise<void> {
    const { values } = await this.ok('GET', '/screens?queryString=HOT');
    const screen = `/screens/${String(values?.[0]?.id)}/tabs`;
    const [tab] = (await this.ok('GET', screen)) as unknown as Body[];
    await this.ok('POST', `${screen}/${String(tab?.id)}/fields`, { fieldId });
  }

  /** A new issue in HOT. @returns its key. */
  async issue(fields: Record<string, unknown> = {}, who?: Person): Promise<string> {
    const all = {
      project: { key: 'HOT' },
      issuetype: { name: 'Task' },
      summary: 'Checkout is down',
    };
    const { key } = await this.ok('POST', '/issue', { fields: { ...all, ...fields } }, who);
    return String(key);
  }

  async fields(key: string): Promise<Readonly<Record<string, unknown>>> {
    const { fields } = await this.ok('GET', `/issue/${key}`);
    if (!fields) throw new Error('an issue has fields');
    return fields;
  }

  /** Events since the last look, by name. */
  told(): string[] {
    return this.events.splice(0).map(({ name }) => name);
  }
}

export const doc = (text: string): unknown => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

/** Status and all that was said. */
export const said = ({ status, body }: Reply): readonly [number, ...string[]] => {
  const { errorMessages = [], errors = {} } = body;
  return [
    status,
    ...errorMessages,
    ...Object.entries(errors).map(([id, text]) => `${id}: ${text}`),
  ];
};
