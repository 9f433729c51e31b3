import { badFields } from '../http/refusal';
import { type Field } from '../model/config';
import { isAlways, screenableIds, usableFields } from '../model/fields/screens';
import { type Site } from '../model/site';
import { type Issue, type Project, type Stored } from '../model/types';
import { kindOf } from '../values/kinds';
import { type Where, WrongValue } from '../values/kind';
import { type IssueInput } from './input';

/** Where values are to be set: on a new issue, or on one that is there. */
export type Target = {
  readonly site: Site;
  readonly project: Project;
  readonly typeId: string;
  readonly issue?: Issue;
  /** Ids of the fields that may be set; undefined: any field (screen security overridden). */
  readonly screen: readonly string[] | undefined;
};

/** Read through `addComment` and links instead of the values of the issue. */
const BESIDE = new Set(['comment', 'issuelinks']);

const notOnScreen = (id: string): string =>
  `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`;

const inBoth = (id: string): string =>
  `Field '${id}' cannot be set in both 'fields' and 'update' of one request.`;

/**
 * Checks and reads `fields` and `update` into new values.
 * @throws {Refusal} 400 naming every field that cannot be set and why.
 */
export function readInput(target: Target, input: IssueInput): Map<string, Stored | undefined> {
  const usable = usableIds(target);
  const errors: Record<string, string> = {};
  for (const id of Object.keys(input.fields ?? {}))
    if (input.update && id in input.update) errors[id] = inBoth(id);
  const changes = new Map<string, Stored | undefined>();
  const read = (id: string, value: () => Stored | undefined): void => {
    if (isAlways(id) || BESIDE.has(id) || errors[id] !== undefined) return;
    if (!usable.has(id)) {
      errors[id] = notOnScreen(id);
      return;
    }
    try {
      changes.set(id, value());
    } catch (error) {
      if (!(error instanceof WrongValue)) throw error;
      errors[id] = error.message;
    }
  };
  for (const [id, sent] of Object.entries(input.fields ?? {}))
    read(id, () => parse(target, id, sent));
  for (const [id, verbs] of Object.entries(input.update ?? {}))
    read(id, () => applyVerbs(target, id, verbs, changes.get(id)));
  if (Object.keys(errors).length > 0) throw badFields(errors);
  return changes;
}

function usableIds({ site, project, typeId, screen }: Target): ReadonlySet<string> {
  const ids = screen ?? screenableIds(site);
  return new Set(usableFields(site, project, typeId, ids).map(({ id }) => id));
}

function parse(target: Target, id: string, sent: unknown): Stored | undefined {
  const field = target.site.fields.get(id);
  const kind = kindOf(field);
  if (!kind) throw new WrongValue(notOnScreen(id));
  if (sent === null || sent === undefined) {
    if (id === 'summary') throw new WrongValue('You must specify a summary of the issue.');
    return undefined;
  }
  return kind.parse(sent, whereOf(target, field));
}

const whereOf = ({ site, project, typeId }: Target, field: Field): Where => ({
  site,
  project,
  typeId,
  field,
});

function applyVerbs(
  target: Target,
  id: string,
  verbs: readonly Readonly<Record<string, unknown>>[],
  pending: Stored | undefined,
): Stored | undefined {
  return verbs.reduce<Stored | undefined>(
    (value, verb) => {
      const [name, sent] = Object.entries(verb)[0] ?? ['', undefined];
      if (name === 'set') return parse(target, id, sent);
      if (name !== 'add' && name !== 'remove')
        throw new WrongValue(`The operation '${name}' is not supported for the field.`);
      return addOrRemove(target, id, name, sent, value);
    },
    pending ?? target.issue?.values.get(id),
  );
}

function addOrRemove(
  target: Target,
  id: string,
  verb: 'add' | 'remove',
  sent: unknown,
  value: Stored | undefined,
): Stored | undefined {
  const kind = kindOf(target.site.fields.get(id));
  if (!kind?.operations.includes(verb))
    throw new WrongValue(`The operation '${verb}' is not supported for the field.`);
  const one = parse(target, id, [sent]);
  const named: readonly string[] = Array.isArray(one) ? (one as string[]) : [];
  const before: readonly string[] = Array.isArray(value) ? (value as string[]) : [];
  const after =
    verb === 'add'
      ? [...new Set([...before, ...named])]
      : before.filter((entry) => !named.includes(entry));
  return after.length === 0 ? undefined : after;
}
