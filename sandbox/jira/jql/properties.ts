import { type PropertyAlias, type Site } from '../model/site';
import { type Issue } from '../model/types';
import { type Comparing, type JqlField } from './field';

export type PropertyPath = { readonly key: string; readonly path: string };

/**
 * A path of an issue property, asked for as `issue.property[incident].severity` or by its search alias.
 * Jira indexes only what an app declared, so nothing else can be searched.
 */
export function propertyField(
  site: Site,
  name: string,
  asked: PropertyPath | undefined,
): JqlField | undefined {
  const declared = site.propertyAliases.find(({ alias, propertyKey, path }) =>
    asked
      ? propertyKey === asked.key && path === asked.path
      : alias !== undefined && alias.toLowerCase() === name.toLowerCase(),
  );
  return declared && fieldOf(name, declared);
}

const COMPARING: Readonly<Record<PropertyAlias['type'], Comparing>> = {
  number: 'number',
  date: 'moment',
  string: 'none',
  text: 'none',
  user: 'none',
};

function fieldOf(name: string, { propertyKey, path, type }: PropertyAlias): JqlField {
  const steps = path.split('.');
  const values = (issue: Issue): (string | number | boolean)[] =>
    scalars(steps.reduce<unknown>(step, issue.properties.get(propertyKey)));
  const order = (issue: Issue): string | number | undefined => {
    const [value] = values(issue);
    if (value === undefined) return undefined;
    if (type === 'date') return Date.parse(String(value));
    return typeof value === 'number' ? value : String(value).toLowerCase();
  };
  return {
    name,
    equals: type !== 'text',
    comparing: COMPARING[type],
    like: type === 'text',
    words: (issue) => values(issue).map((value) => String(value).toLowerCase()),
    order,
    text: (issue) => values(issue).join(' '),
    isUser: type === 'user',
  };
}

const step = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;

function scalars(value: unknown): (string | number | boolean)[] {
  if (Array.isArray(value)) return value.flatMap(scalars);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? [value]
    : [];
}
