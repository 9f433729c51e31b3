import { type Clock } from '../../core/clock';
import { type ProductEvent } from '../../core/product';
import type * as config from './config';
import { type AvailableGadget, type Dashboard } from './shared/dashboard-types';
import { type PostFunction } from './workflows/post-functions';
import type * as desks from './service/service-desk-types';
import { Table } from './table';
import { type Moments } from '../values/moments';
import type * as types from './types';
import { type UiModification } from './fields/ui-modification-types';

/** A path of an issue property that an app declared searchable, perhaps with a name of its own in JQL. */
export type PropertyAlias = {
  readonly alias: string | undefined;
  readonly propertyKey: string;
  readonly path: string;
  readonly type: 'number' | 'string' | 'text' | 'user' | 'date';
};

/** A notice that Jira mails, as whoever asked for it wrote it. */
export type Mail = {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly issue: string;
};

/** What differs between sites: how they treat their fields, and what they have a licence for. */
export type KindOfSite = {
  /** Whether the site has a licence of Jira Service Management; it has unless told otherwise. */
  readonly serviceManagement?: boolean | undefined;
  /**
   * `new`: the site has moved to field schemes, as most have since the roll-out that began in June 2026; `old`: field
   * configurations say how its projects treat their fields. `new` unless told otherwise.
   */
  readonly fieldSchemes?: 'old' | 'new' | undefined;
  /** How finely it keeps date-time fields; to the minute unless told otherwise. */
  readonly moments?: Moments | undefined;
};

/** Everything one Jira site knows. Rules live beside it, in functions; it only keeps. */
export class Site {
  readonly people = new Table<string, types.Person>('user');
  readonly groups = new Table<string, types.Group>('group');
  readonly roles = new Table<number, types.Role>('project role', 10_002);
  readonly statuses = new Table<string, types.Status>('status');
  readonly issueTypes = new Table<string, types.IssueType>('issue type');
  readonly priorities = new Table<string, types.Entry>('priority', 1);
  readonly resolutions = new Table<string, types.Entry>('resolution');
  readonly linkTypes = new Table<string, types.LinkType>('issue link type');
  readonly fields = new Table<string, config.Field>('field', 10_050);
  readonly contexts = new Table<string, config.Field>('custom field context', 10_100);
  readonly screens = new Table<number, config.Screen>('screen');
  readonly screenTabs = new Table<number, config.Screen>('screen tab');
  readonly screenSchemes = new Table<number, config.ScreenScheme>('screen scheme');
  readonly issueTypeScreenSchemes = new Table<string, config.IssueTypeScreenScheme>(
    'issue type screen scheme',
  );
  readonly issueTypeSchemes = new Table<string, config.IssueTypeScheme>('issue type scheme');
  readonly workflows = new Table<string, config.Workflow>('workflow');
  readonly workflowSchemes = new Table<number, config.WorkflowScheme>('workflow scheme');
  readonly fieldConfigurations = new Table<number, config.FieldConfiguration>(
    'field configuration',
  );
  readonly fieldConfigurationSchemes = new Table<string, config.FieldConfigurationScheme>(
    'field configuration scheme',
  );
  readonly fieldSchemes = new Table<number, config.FieldScheme>('field scheme');
  readonly permissionSchemes = new Table<number, types.PermissionScheme>('permission scheme');
  readonly securitySchemes = new Table<number, types.SecurityScheme>('issue security scheme');
  readonly projects = new Table<string, types.Project>('project');
  readonly issues = new Table<string, types.Issue>('issue');
  readonly attachments = new Table<string, types.Attachment>('attachment');
  readonly issueLinks = new Table<string, types.IssueLink>('issue link');
  readonly filters = new Table<string, types.Filter>('filter');
  readonly dashboards = new Table<string, Dashboard>('dashboard');
  readonly serviceDesks = new Table<string, desks.ServiceDesk>('service desk', 1);
  readonly requestTypes = new Table<string, desks.RequestType>('request type', 1);
  /** Request type id by the id of the issue that a request is. */
  readonly requests = new Map<string, string>();
  readonly uiModifications = new Table<string, UiModification>('UI modification');
  readonly tasks = new Table<string, Readonly<Record<string, unknown>>>('task');
  /** Issue id by key, old keys of moved issues included. */
  readonly issueIds = new Map<string, string>();
  /** Project ids by keys that projects once had. */
  readonly formerProjectKeys = new Map<string, string>();
  /** Link ids by the id of either issue. */
  readonly linksOf = new Map<string, Set<string>>();
  /** Where mails go. */
  post: (mail: Mail) => void = () => undefined;
  /** How finely it keeps date-time fields. */
  readonly moments: Moments;
  propertyAliases: PropertyAlias[] = [];
  postFunctions: PostFunction[] = [];
  gadgets: AvailableGadget[] = [];
  readonly serviceManagement: boolean;
  /** Field schemes instead of field configurations. */
  readonly hasFieldSchemes: boolean;
  private counter = 10_000;

  constructor(
    readonly clock: Clock,
    readonly baseUrl: () => string,
    readonly emit: (event: ProductEvent) => void,
    { serviceManagement = true, fieldSchemes = 'new', moments = 'minute' }: KindOfSite = {},
  ) {
    this.serviceManagement = serviceManagement;
    this.hasFieldSchemes = fieldSchemes === 'new';
    this.moments = moments;
  }

  now(): number {
    return this.clock.now();
  }

  /** One sequence for what has no table: options, comments, changes, grants, actors, tabs. */
  nextId(): number {
    return this.counter++;
  }

  /** Address of a thing under the REST API. */
  self(path: string): string {
    return `${this.baseUrl()}/rest/api/3/${path}`;
  }

  issueByKey(idOrKey: string): types.Issue | undefined {
    return this.issues.find(this.issueIds.get(idOrKey.toUpperCase()) ?? idOrKey);
  }

  projectByKey(idOrKey: string): types.Project | undefined {
    const key = idOrKey.toUpperCase();
    return (
      this.projects.find(idOrKey) ??
      this.projects.where((project) => project.key === key) ??
      this.projects.find(this.formerProjectKeys.get(key) ?? '')
    );
  }

  issuesOf(projectId: string): types.Issue[] {
    return this.issues.all().filter((issue) => issue.projectId === projectId);
  }
}
