import { type Call } from '../../http/call';
import { found } from '../../http/refusal';
import { Answer, noContent, type Route } from '../../http/route';
import {
  demandProjectAdmin,
  demand,
  seesType,
  visibleIssue,
  visibleProject,
} from '../../model/access';
import { isAdmin } from '../../model/permissions';
import { type Issue, type Person } from '../../model/types';
import { forbidden } from '../../http/refusal';
import { emit } from '../../issues/events';
import { commentsFor } from '../../issues/comment-readers';
import { actorOf } from '../../issues/create';
import { checkProperty } from '../../values/properties';

/** A thing that carries properties. */
type Holder = {
  readonly properties: Map<string, unknown>;
  /** Its address, under which its properties stand. */
  readonly self: string;
};

type Kind = {
  /** Path of the list of properties. */
  readonly path: string;
  readonly holder: (call: Call) => Holder;
  /** @throws {Refusal} when the caller may not change them. */
  readonly mayWrite: (call: Call) => void;
  readonly tell?: (call: Call, name: 'set' | 'deleted', key: string) => void;
};

/** The four calls on the properties of one kind of thing. */
export function propertyRoutes(kind: Kind): Route[] {
  const path = `${kind.path}/{propertyKey}`;
  return [
    { method: 'GET', path: kind.path, handle: (call) => listKeys(kind.holder(call)) },
    { method: 'GET', path, handle: (call) => read(call, kind.holder(call)) },
    { method: 'PUT', path, handle: (call) => write(call, kind) },
    { method: 'DELETE', path, handle: (call) => remove(call, kind) },
  ];
}

const listKeys = ({ properties, self }: Holder): unknown => ({
  keys: [...properties.keys()].map((key) => ({
    key,
    self: `${self}/properties/${encodeURIComponent(key)}`,
  })),
});

function read(call: Call, { properties }: Holder): unknown {
  const key = call.param('propertyKey');
  found(properties.has(key) ? true : undefined, `The property ${key} does not exist.`);
  return { key, value: properties.get(key) };
}

function write(call: Call, kind: Kind): Answer {
  const { properties } = kind.holder(call);
  kind.mayWrite(call);
  const key = call.param('propertyKey');
  checkProperty(key, call.json);
  const status = properties.has(key) ? 200 : 201;
  properties.set(key, call.json);
  kind.tell?.(call, 'set', key);
  return new Answer(status);
}

function remove(call: Call, kind: Kind): Answer {
  const { properties } = kind.holder(call);
  kind.mayWrite(call);
  const key = call.param('propertyKey');
  found(properties.delete(key) ? true : undefined, `The property ${key} does not exist.`);
  kind.tell?.(call, 'deleted', key);
  return noContent();
}

const issueOf = (call: Call): Issue => visibleIssue(call);

/** Tells that an issue's property was set or deleted. */
export function tellProperty(call: Call, issue: Issue, name: 'set' | 'deleted', key: string): void {
  emit(call.site, actorOf(call), `avi:jira:${name}:issue-property`, {
    issue: { id: issue.id, key: issue.key },
    property: { key, ...(name === 'set' ? { value: issue.properties.get(key) } : {}) },
  });
}

function userHolder(call: Call): Person & Holder {
  const person = call.site.people.get(call.query('accountId') ?? call.me.accountId);
  if (person !== call.me && !isAdmin(call.site, call.who))
    throw forbidden('You do not have permission to access the properties of this user.');
  return { ...person, self: call.site.self('user') };
}

export const entityPropertyRoutes: readonly Route[] = [
  ...propertyRoutes({
    path: '/issue/{issueIdOrKey}/properties',
    holder: (call) => {
      const { properties, id } = issueOf(call);
      return { properties, self: call.site.self(`issue/${id}`) };
    },
    mayWrite: (call) => {
      demand(call, 'EDIT_ISSUES', issueOf(call), 'You do not have permission to edit this issue.');
    },
    tell: (call, name, key) => {
      tellProperty(call, issueOf(call), name, key);
    },
  }),
  ...propertyRoutes({
    path: '/project/{projectIdOrKey}/properties',
    holder: (call) => {
      const { properties, id } = visibleProject(call, call.param('projectIdOrKey'));
      return { properties, self: call.site.self(`project/${id}`) };
    },
    mayWrite: (call) => {
      demandProjectAdmin(call, visibleProject(call, call.param('projectIdOrKey')));
    },
  }),
  ...propertyRoutes({
    path: '/user/properties',
    holder: userHolder,
    mayWrite: userHolder,
  }),
  ...propertyRoutes({
    path: '/issuetype/{issueTypeId}/properties',
    holder: (call) => {
      const { properties, id } = call.site.issueTypes.get(call.param('issueTypeId'));
      found(seesType(call.site, call.who, id) ? id : undefined, 'The issue type does not exist.');
      return { properties, self: call.site.self(`issuetype/${id}`) };
    },
    mayWrite: (call) => {
      if (!isAdmin(call.site, call.who))
        throw forbidden('You do not have permission to administer Jira.');
    },
  }),
  ...propertyRoutes({
    path: '/comment/{commentId}/properties',
    holder: (call) => {
      const { properties, id } = commentOf(call).comment;
      return { properties, self: call.site.self(`comment/${id}`) };
    },
    mayWrite: (call) => {
      demand(call, 'EDIT_OWN_COMMENTS', commentOf(call).issue, 'You may not edit this comment.');
    },
  }),
];

function commentOf(call: Call): { issue: Issue; comment: Issue['comments'][number] } {
  const id = call.param('commentId');
  const issue = call.site.issues.where(({ comments }) => comments.some((one) => one.id === id));
  const comment = issue?.comments.find((one) => one.id === id);
  const missing = `Can not find a comment for the id: ${id}.`;
  const seen = visibleIssue(call, found(issue, missing).id);
  const isRead = commentsFor(call.site, call.who, seen).some((one) => one === comment);
  return { issue: seen, comment: found(isRead ? comment : undefined, missing) };
}
