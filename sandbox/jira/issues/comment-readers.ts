import { z } from 'zod';
import { badFields } from '../http/refusal';
import { projectOf } from '../model/access';
import { inRole } from '../model/holders';
import { type Site } from '../model/site';
import { type Comment, type Group, type Issue, type Role, type Visibility } from '../model/types';

/** For whom a comment is. */

const shape = z.object({
  type: z.enum(['group', 'role']),
  value: z.string().nullish(),
  /** Of a group its id, of a role its name. */
  identifier: z.string().nullish(),
});

/**
 * What a caller wants a comment restricted to; undefined: nothing. Whoever restricts must be inside.
 * @throws {Refusal} 400; that a role or group is not there is said in words that are likely, not known
 */
export function visibilityFrom(
  site: Site,
  accountId: string,
  issue: Issue,
  sent: unknown,
): Visibility | undefined {
  if (sent === undefined || sent === null) return undefined;
  const read = shape.safeParse(sent);
  if (!read.success) throw refused('Visibility needs a type, group or role, and its name.');
  const { type, value, identifier } = read.data;
  if (value && identifier) throw refused('Only one of value and identifier can be given.');
  const named = identifier ?? value ?? '';
  const [here, isIn] =
    type === 'role'
      ? roleNamed(site, accountId, issue, named)
      : groupNamed(site, accountId, named, identifier !== null && identifier !== undefined);
  const what = type === 'role' ? 'project role' : 'group';
  if (!here) throw refused(`${type === 'role' ? 'Role' : 'Group'}: ${named} does not exist.`);
  if (!isIn) throw refused(`You are currently not a member of the ${what}: ${named}.`);
  const { name } = here;
  return { type, value: name, identifier: 'groupId' in here ? here.groupId : name };
}

const refused = (words: string): Error => badFields({ commentLevel: words });

type Found<Kind> = readonly [Kind | undefined, boolean];

function roleNamed(site: Site, who: string, issue: Issue, name: string): Found<Role> {
  const role = site.roles.where((one) => one.name === name);
  return [role, role !== undefined && inRole(site, who, projectOf(site, issue), role.id)];
}

function groupNamed(site: Site, who: string, named: string, byId: boolean): Found<Group> {
  const group = site.groups.where(({ groupId, name }) => (byId ? groupId : name) === named);
  const groups = site.people.find(who)?.groups;
  return [group, group !== undefined && (groups?.has(group.groupId) ?? false)];
}

/** The comments of an issue that this account may read. Customers read no internal ones. */
export function commentsFor(site: Site, who: string | null, issue: Issue): readonly Comment[] {
  return issue.comments.filter((comment) => reads(site, who, issue, comment));
}

function reads(site: Site, who: string | null, issue: Issue, comment: Comment): boolean {
  const person = who === null ? undefined : site.people.find(who);
  if (isInternal(comment) && (!person || person.accountType === 'customer')) return false;
  if (comment.visibility === undefined) return true;
  if (!person) return false;
  const { type, identifier } = comment.visibility;
  return type === 'role'
    ? roleNamed(site, person.accountId, issue, identifier)[1]
    : groupNamed(site, person.accountId, identifier, true)[1];
}

/** A note among agents, as Jira Service Management marks it. */
export function isInternal({ properties }: Comment): boolean {
  const mark = properties.get('sd.public.comment') as { readonly internal?: unknown } | undefined;
  return mark?.internal === true;
}
