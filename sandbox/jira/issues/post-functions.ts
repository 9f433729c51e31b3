import { type Transition } from '../model/config';
import { uuidFrom } from '../model/people';
import { rulesToRun } from '../model/workflows/post-functions';
import { workflowOfIssue } from '../model/fields/screens';
import { type Site } from '../model/site';
import { type Change, type Comment, type Issue } from '../model/types';
import { type Actor, thinIssue } from './events';

type Done = {
  readonly transition: Transition;
  /** Status id; undefined for a new issue. */
  readonly from: string | undefined;
  readonly change?: Change | undefined;
  readonly comment?: Comment | undefined;
};

/** Tells the apps whose post functions the transition carries, each by itself, once everything else is done. */
export function tellPostFunctions(site: Site, actor: Actor, issue: Issue, done: Done): void {
  const { transition, from, change, comment } = done;
  const rules = rulesToRun(transition, site.postFunctions);
  if (rules.length === 0) return;
  const { id, name } = workflowOfIssue(site, issue);
  const executionId = uuidFrom(`execution ${site.nextId()}`);
  const happened = {
    issue: thinIssue(site, issue),
    transition: {
      id: transition.id,
      name: transition.name,
      executionId,
      ...(from === undefined ? {} : { from: { id: from } }),
      to: { id: transition.to },
    },
    workflow: { id, name },
    ...(change ? { changelog: { id: change.id } } : {}),
    ...(comment ? { comment: { id: comment.id } } : {}),
  };
  for (const { module, configuration } of rules)
    site.emit({
      name: 'jira:workflowPostFunction',
      module: module.moduleKey,
      payload: { ...happened, ...(configuration === undefined ? {} : { configuration }) },
      atlassianId: actor.accountId,
      selfGenerated: actor.viaApp,
    });
}
