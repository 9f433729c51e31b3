import { askJira } from '../kit/jira/jira';

/** Why a ticket could not be marked; `null` of a reason: Jira gave none. */
export type NotMarked =
  | { readonly why: 'no-link-type' | 'failed' }
  | { readonly why: 'refused'; readonly reason: string | null };

export type Marked = { readonly isLabelled: boolean };

type LinkType = {
  readonly id: string;
  readonly name: string;
  readonly inward: string;
  readonly outward: string;
};

/** By what they say where a site has translated or renamed them. */
const RELATES = /relate|bezieht sich|verwandt|hängt zusammen/i;

/**
 * Marks a ticket with an incident, as the agent: a link, which is what counts, and the incident's key as a label where
 * the ticket's edit screen has labels.
 */
export async function mark(ticket: string, incident: string): Promise<Marked | NotMarked> {
  const types = await askJira<{ readonly issueLinkTypes: readonly LinkType[] }>(
    '/rest/api/3/issueLinkType',
  );
  // With linking switched off Jira answers 404.
  if (!types.ok) return { why: types.status === 404 ? 'no-link-type' : 'failed' };
  const type = fitting(types.value.issueLinkTypes);
  if (!type) return { why: 'no-link-type' };
  // In Jira's words the inward issue "causes" the outward one, and the right to link is asked for at the outward one:
  // the ticket, where the agent is at home. "Relates" says the same from both ends.
  const isCause = type.inward !== type.outward;
  let linked = await link(type, incident, ticket);
  if (!linked.ok && !isCause && linked.status !== 0) linked = await link(type, ticket, incident);
  if (!linked.ok) {
    const { status, reason } = linked;
    return status === 0 || status >= 500 ? { why: 'failed' } : { why: 'refused', reason };
  }
  return { isLabelled: await label(ticket, { add: incident }) };
}

/** Takes the mark away. @returns whether the link is gone; of the label nothing is said: the link is what counts */
export async function unmark(ticket: string, incident: string, linkId: string): Promise<boolean> {
  const gone = await askJira(`/rest/api/3/issueLink/${linkId}`, { method: 'DELETE' });
  if (!gone.ok && gone.status !== 404) return false;
  await label(ticket, { remove: incident });
  return true;
}

function fitting(types: readonly LinkType[]): LinkType | undefined {
  return (
    types.find(({ name }) => name === 'Relates') ??
    types.find(({ name }) => name === 'Problem/Incident') ??
    types.find(({ inward, outward }) => inward === outward && RELATES.test(outward))
  );
}

function link({ id }: LinkType, inward: string, outward: string) {
  const body = { type: { id }, inwardIssue: { key: inward }, outwardIssue: { key: outward } };
  return askJira('/rest/api/3/issueLink', { method: 'POST', body });
}

type Screen = { readonly fields: Readonly<Record<string, unknown>> };

/** Labels are changed only where the ticket's edit screen has them. @returns whether they were */
async function label(
  ticket: string,
  change: { readonly add: string } | { readonly remove: string },
): Promise<boolean> {
  const path = `/rest/api/3/issue/${ticket}`;
  const screen = await askJira<Screen>(`${path}/editmeta`);
  if (!screen.ok || !('labels' in screen.value.fields)) return false;
  const body = { update: { labels: [change] } };
  return (await askJira(path, { method: 'PUT', body })).ok;
}
