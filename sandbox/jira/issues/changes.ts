import { type Field } from '../model/config';
import { type Site } from '../model/site';
import { type ChangeItem, type Issue, type Stored } from '../model/types';
import { kindOf } from '../values/kinds';
import { type Actor, tellUpdated } from './events';

/** New values by field id; undefined empties the field. */
export type Changes = ReadonlyMap<string, Stored | undefined>;

/** What a change does beside the values: a status, a link. */
export type Extra = {
  readonly items?: readonly ChangeItem[];
  readonly touch?: boolean;
  /** Nobody is told: the transition fires an event of its own, which Forge does not know. */
  readonly quiet?: boolean;
};

/**
 * Writes the values that differ, keeps a change log entry and tells of it.
 * @returns whether anything changed.
 */
export function applyChanges(
  site: Site,
  actor: Actor,
  issue: Issue,
  changes: Changes,
  extra: Extra = {},
): boolean {
  const written = writeValues(site, issue, changes);
  const items = [...(extra.items ?? []), ...written];
  if (items.length === 0 && extra.touch !== true) return false;
  issue.updated = site.now();
  if (items.length === 0) return true;
  const id = String(site.nextId());
  const change = { id, authorId: actor.accountId, created: site.now(), items };
  issue.history.push(change);
  if (extra.quiet !== true) tellUpdated(site, actor, issue, change);
  return true;
}

/** Writes the values that differ and tells nobody. @returns what changed. */
export function writeValues(site: Site, issue: Issue, changes: Changes): ChangeItem[] {
  const items: ChangeItem[] = [];
  for (const [fieldId, value] of changes) {
    const field = site.fields.get(fieldId);
    const before = issue.values.get(fieldId);
    if (JSON.stringify(before) === JSON.stringify(value)) continue;
    items.push(changeItem(site, field, before, value));
    write(site, issue, fieldId, value);
  }
  return items;
}

function write(site: Site, issue: Issue, fieldId: string, value: Stored | undefined): void {
  if (fieldId === 'parent') moveChild(site, issue, value);
  if (fieldId === 'resolution') stampResolution(site, issue, value);
  if (value === undefined) issue.values.delete(fieldId);
  else issue.values.set(fieldId, value);
}

function moveChild(site: Site, issue: Issue, parent: Stored | undefined): void {
  const old = issue.values.get('parent');
  if (typeof old === 'string') site.issues.find(old)?.children.delete(issue.id);
  if (typeof parent === 'string') site.issues.get(parent).children.add(issue.id);
}

function stampResolution(site: Site, issue: Issue, value: Stored | undefined): void {
  if (value === undefined) issue.values.delete('resolutiondate');
  else issue.values.set('resolutiondate', site.now());
}

function changeItem(
  site: Site,
  field: Field,
  before: Stored | undefined,
  after: Stored | undefined,
): ChangeItem {
  const log = (value: Stored | undefined): readonly [string | null, string | null] =>
    value === undefined ? [null, null] : (kindOf(field)?.log(value, site, field) ?? [null, null]);
  const [from, fromString] = log(before);
  const [to, toString] = log(after);
  return {
    field: field.custom ? field.name : field.id,
    fieldtype: field.custom ? 'custom' : 'jira',
    fieldId: field.id,
    from,
    fromString,
    to,
    toString,
  };
}
