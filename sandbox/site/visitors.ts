import { type Visitor } from '../confluence';
import { type Jira } from '../jira';

/** The people of the site as Confluence knows them: those of Jira, without the customers of its service projects. */
export function visitorOf(jira: Jira): (accountId: string) => Visitor | undefined {
  return (accountId) => {
    const accountType = jira.person(accountId)?.accountType;
    if (accountType === undefined || accountType === 'customer') return undefined;
    const groups = jira.facts({}, accountId)?.user?.groups ?? [];
    return { accountId, groups, isApp: accountType === 'app' };
  };
}
