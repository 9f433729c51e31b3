import { addCustomField } from './model/fields/custom-fields';
import { type PostFunction } from './model/workflows/post-functions';
import { type PropertyAlias, type Site } from './model/site';

/** A `jira:customField` of an app's manifest. */
export type AppField = {
  /** Module key. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly type: 'number' | 'string' | 'user' | 'group' | 'date' | 'datetime' | 'object';
  readonly collection?: 'none' | 'list';
  readonly readOnly?: boolean;
  /** `view.formatter.expression`. */
  readonly formatter?: string;
};

/** A `jira:entityProperty` of an app's manifest. */
export type AppEntityProperty = {
  readonly propertyKey: string;
  readonly entityType: 'issue' | 'project' | 'user';
  readonly values: readonly {
    readonly path: string;
    readonly type: PropertyAlias['type'];
    readonly searchAlias?: string;
  }[];
};

/** What Jira has to know of an app that is installed on its site. */
export type AppOnSite = {
  readonly appId: string;
  readonly environmentId: string;
  readonly name: string;
  /** The app's own account; add it with `addPerson` and `accountType: 'app'`, or let `install` do it. */
  readonly accountId: string;
  readonly fields: readonly AppField[];
  readonly entityProperties: readonly AppEntityProperty[];
  /** Its `jira:dashboardGadget` and `dashboards:widget` modules. */
  readonly gadgets?: readonly { readonly moduleKey: string; readonly title: string }[];
  /** Its `jira:workflowPostFunction` modules. */
  readonly postFunctions: readonly Pick<PostFunction, 'moduleKey' | 'name' | 'description'>[];
};

const KINDS = {
  number: 'number',
  string: 'text',
  user: 'user',
  group: 'text',
  date: 'date',
  datetime: 'datetime',
  object: 'object',
} as const;

/** How the API names a module of an app: the key of its field, of its workflow rule. */
const moduleAri = ({ appId, environmentId }: AppOnSite, moduleKey: string): string =>
  `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${moduleKey}`;

/** Adds what is not there yet; installing again (an upgrade) renames and keeps the data. */
export function installFields(site: Site, app: AppOnSite): void {
  for (const wanted of app.fields) {
    const key = moduleAri(app, wanted.key);
    const there = site.fields.where((field) => field.key === key);
    if (there) {
      Object.assign(there, { name: wanted.name, description: wanted.description });
    } else addField(site, app, key, wanted);
  }
  const ours = app.postFunctions.map((one) => ({ ...one, key: moduleAri(app, one.moduleKey) }));
  const theirs = site.postFunctions.filter(({ key }) => !key.startsWith(moduleAri(app, '')));
  site.postFunctions = [...theirs, ...ours];
  const gadgets = (app.gadgets ?? []).map(({ moduleKey, title }) => ({
    moduleKey: moduleAri(app, moduleKey),
    title,
  }));
  const foreign = site.gadgets.filter(({ moduleKey }) => !moduleKey.startsWith(moduleAri(app, '')));
  site.gadgets = [...foreign, ...gadgets];
  const keys = new Set(app.entityProperties.map(({ propertyKey }) => propertyKey));
  const others = site.propertyAliases.filter(({ propertyKey }) => !keys.has(propertyKey));
  site.propertyAliases = [...others, ...aliasesOf(app)];
}

function addField(site: Site, app: AppOnSite, key: string, wanted: AppField): void {
  const list = wanted.collection === 'list';
  const type = wanted.type === 'object' ? 'any' : wanted.type;
  addCustomField(site, {
    key,
    name: wanted.name,
    description: wanted.description,
    kind: list ? listKind(wanted.type) : KINDS[wanted.type],
    schema: { type: list ? 'array' : type, ...(list ? { items: type } : {}), custom: key },
    app: {
      appId: app.appId,
      ownerAccountId: app.accountId,
      readOnly: wanted.readOnly === true,
      formatter: wanted.formatter,
    },
  });
}

const listKind = (type: AppField['type']): string => (type === 'user' ? 'users' : 'list');

function aliasesOf({ entityProperties }: AppOnSite): PropertyAlias[] {
  return entityProperties
    .filter(({ entityType }) => entityType === 'issue')
    .flatMap(({ propertyKey, values }) =>
      values.map(({ path, type, searchAlias }) => ({
        alias: searchAlias,
        propertyKey,
        path,
        type,
      })),
    );
}
