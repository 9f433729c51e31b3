import { type Field as FieldNode } from '@atlaskit/jql-ast';
import { badRequest } from '../http/refusal';
import { type Field } from '../model/config';
import { type Site } from '../model/site';
import { type Issue, type Stored } from '../model/types';
import { plainText } from '../values/adf';
import { kindOf } from '../values/kinds';
import { type Kind } from '../values/kind';
import { isPerson } from '../values/people';
import { type Asker, type Comparing, type JqlField } from './field';
import { propertyField, type PropertyPath } from './properties';
import { systemField } from './system';

/** The field that a query names. @throws {Refusal} 400 when there is none of this name. */
export function jqlField(asker: Asker, node: FieldNode): JqlField {
  const name = node.value;
  const property = propertyPath(node);
  const found = property
    ? propertyField(asker.site, name, property)
    : (systemField(asker, name) ??
      valueField(asker.site, name) ??
      propertyField(asker.site, name, undefined));
  if (found) return found;
  throw badRequest(`Field '${name}' does not exist or you do not have permission to view it.`);
}

function propertyPath({ value, properties }: FieldNode): PropertyPath | undefined {
  const [first] = properties ?? [];
  if (value.toLowerCase() !== 'issue.property' || !first?.key) return undefined;
  const path = (first.path ?? []).map((part) => part.value).join('');
  return { key: first.key.value, path: path.replace(/^\./, '') };
}

const COMPARING: Readonly<Record<string, Comparing>> = {
  number: 'number',
  datetime: 'moment',
  date: 'day',
  priority: 'rank',
};

const LIKE = new Set(['text', 'document', 'url']);

function valueField(site: Site, name: string): JqlField | undefined {
  const field = fieldNamed(site, name.toLowerCase());
  const kind = field && kindOf(field);
  if (!kind) return undefined;
  const words = (issue: Issue): readonly string[] =>
    ofValue(issue, field, (stored) => kind.words(stored, site, field)) ?? [];
  return {
    name,
    equals: !['text', 'document'].includes(field.kind),
    comparing: COMPARING[field.kind] ?? 'none',
    like: LIKE.has(field.kind),
    words,
    order: (issue) => ofValue(issue, field, (stored) => kind.order(stored, site, field)),
    text: (issue) => ofValue(issue, field, (stored) => textOf(stored)) ?? '',
    historyId: field.id,
    isUser: field.kind === 'user' || field.kind === 'users',
    ...knowing(site, field, kind),
  };
}

function levelNamed(site: Site, word: string): boolean {
  const levels = site.securitySchemes.all().flatMap((scheme) => scheme.levels);
  return levels.some(({ id, name }) => id === word || name.toLowerCase() === word);
}

function ofValue<T>(issue: Issue, field: Field, read: (stored: Stored) => T): T | undefined {
  const stored = issue.values.get(field.id);
  return stored === undefined ? undefined : read(stored);
}

const textOf = (stored: Stored): string =>
  typeof stored === 'object' ? plainText(stored) : String(stored);

/**
 * By id, by a name in JQL, by `cf[10001]`, by a name with its type as Jira's own editor writes it (`Severity[Dropdown]`);
 * the newest field of a name that two have.
 */
function fieldNamed(site: Site, name: string): Field | undefined {
  const typed = /^(.+)\[([^\]]+)\]$/.exec(name);
  return exactly(site, name) ?? (typed?.[1] === undefined ? undefined : exactly(site, typed[1]));
}

function exactly(site: Site, name: string): Field | undefined {
  return site.fields
    .all()
    .toReversed()
    .find(
      ({ id, name: own, clauseNames, trashed }) =>
        !trashed && [id, own, ...clauseNames].some((one) => one.toLowerCase() === name),
    );
}

/** What may be named where the choice is limited. */
function knowing(site: Site, field: Field, kind: Kind): Partial<JqlField> {
  if (field.kind === 'user' || field.kind === 'users')
    return { knows: (word) => isPerson(site, word) };
  if (field.kind === 'security') return { knows: (word) => levelNamed(site, word) };
  if (field.kind === 'option' || field.kind === 'options') {
    const options = field.contexts.flatMap((context) => context.options);
    const known = new Set(options.flatMap(({ id, value }) => [id, value.toLowerCase()]));
    return { isOption: true, knows: (word) => known.has(word) };
  }
  if (field.kind !== 'priority' && field.kind !== 'resolution') return {};
  const rows = (field.kind === 'priority' ? site.priorities : site.resolutions).all();
  const idOf = (word: string): string | undefined =>
    rows.find(({ id, name }) => id === word || name.toLowerCase() === word)?.id;
  const rankOf = (word: string): number | undefined => {
    const id = idOf(word);
    return id === undefined ? undefined : Number(kind.order(id, site, field));
  };
  const unresolved = (word: string): boolean => word === 'unresolved' && field.id === 'resolution';
  return { rankOf, knows: (word) => idOf(word) !== undefined || unresolved(word) };
}
