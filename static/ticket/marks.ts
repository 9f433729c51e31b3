import { type TicketContract } from '../../src/contract';
import { askJira } from '../kit/jira/jira';
import {
  fieldsOf,
  type FoundIssue,
  type Listed,
  listedIn,
  PROPERTIES,
  statusesOf,
  worstFirst,
} from '../kit/lists/listed';
import { invokerOf } from '../kit/jira/invoke';

const invoke = invokerOf<TicketContract>();

/** Asked for while the page itself is still starting. */
const first = invoke('getWhereIncidentsAre');
first.catch(() => undefined); // told where it is awaited

type WhereReply = Extract<Awaited<typeof first>, { readonly ok: true }>['value'];

/** An incident as the agent sees it in Jira. */
export type Incident = Listed & {
  readonly isActive: boolean;
  /** The link that marks the ticket with it. */
  readonly link: string | null;
};

export type Marks = {
  /** Worst first, then the longest. */
  readonly active: readonly Incident[];
  /** Those the ticket is marked with, active or not. */
  readonly marked: readonly Incident[];
};

type Found = { readonly issues: readonly FoundIssue[] };

type End = { readonly key: string } | undefined;
type Linked = {
  readonly fields: {
    readonly issuelinks?: readonly {
      readonly id: string;
      readonly inwardIssue?: End;
      readonly outwardIssue?: End;
    }[];
  };
};

/** As many as anybody would choose among. */
const MOST = 50;

/**
 * The active incidents, and those that this ticket is marked with, all as Jira shows them to the agent.
 *
 * @returns `unseen` for somebody who may see no incidents, `failed` when there was no answer
 */
export async function marksOf(ticket: string): Promise<Marks | 'unseen' | 'failed'> {
  const [where, linked] = await Promise.all([
    whereIncidentsAre(),
    askJira<Linked>(`/rest/api/3/issue/${ticket}?fields=issuelinks`),
  ]);
  if (where === 'failed' || !linked.ok) return 'failed';
  if (where === null) return 'unseen';
  const active = statusesOf(where, 'new', 'fixing').join(', ');
  const of = `project = ${where.projectId} AND issuetype = ${where.issueTypeId}`;
  const found = await askJira<Found>('/rest/api/3/search/jql', {
    method: 'POST',
    body: {
      jql: `${of} AND (status in (${active}) OR issue in linkedIssues("${ticket}")) ORDER BY created DESC`,
      maxResults: MOST,
      fields: fieldsOf(where),
      properties: PROPERTIES,
    },
  });
  if (!found.ok) return 'failed';
  const links = new Map(
    (linked.value.fields.issuelinks ?? []).map(({ id, inwardIssue, outwardIssue }) => [
      (inwardIssue ?? outwardIssue)?.key,
      id,
    ]),
  );
  const all = found.value.issues.map((issue): Incident => {
    const incident = listedIn(issue, where);
    const isActive = incident.phase === 'new' || incident.phase === 'fixing';
    return { ...incident, isActive, link: links.get(issue.key) ?? null };
  });
  return {
    active: all.filter(({ isActive }) => isActive).toSorted(worstFirst),
    marked: all.filter(({ link }) => link !== null),
  };
}

let asked: Promise<Awaited<typeof first>> | undefined = first;

/** Asked once; after a failure, anew. */
async function whereIncidentsAre(): Promise<WhereReply | 'failed'> {
  asked ??= invoke('getWhereIncidentsAre');
  const reply = await asked.catch(() => undefined);
  if (reply?.ok) return reply.value;
  asked = undefined;
  return 'failed';
}
