import { type SitePerson } from '../core/contract';
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

/** A customer, by mail address or account id, as one who looks at the site. */
export function customerOf(jira: Jira, who: string): SitePerson | undefined {
  const person = jira.personByEmail(who) ?? jira.person(who);
  if (person?.accountType !== 'customer') return undefined;
  const { accountId, displayName, email, locale, timeZone } = person;
  return { accountId, displayName, email, locale, timeZone, roles: [], isCustomer: true };
}
