import { makeInvoke } from '@forge/bridge';
import { type TicketContract } from '../../src/contract';
import { askJira } from '../kit/jira';

const invoke = makeInvoke<TicketContract>();

/** Asked for while the page itself is still starting. */
const first = invoke('getWhereIncidentsAre');
first.catch(() => undefined); // told where it is awaited

type WhereReply = Extract<Awaited<typeof first>, { readonly ok: true }>['value'];
type Where = NonNullable<WhereReply>;

/** An incident as the agent sees it in Jira. */
export type Incident = {
  readonly key: string;
  readonly summary: string;
  readonly severity: 1 | 2 | 3 | null;
  /** Epoch milliseconds: when it began as far as anybody knows. */
  readonly since: number;
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

type Found = {
  readonly issues: readonly {
    readonly key: string;
    readonly fields: Readonly<Record<string, unknown>> & {
      readonly summary: string;
      readonly created: string;
      readonly status: { readonly id: string };
    };
  }[];
};

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
  const { severityField, impactStartField, impactDetectedField } = where;
  const active = where.activeStatusIds.join(', ');
  const of = `project = ${where.projectId} AND issuetype = ${where.issueTypeId}`;
  const found = await askJira<Found>('/rest/api/3/search/jql', {
    method: 'POST',
    body: {
      jql: `${of} AND (status in (${active}) OR issue in linkedIssues("${ticket}")) ORDER BY created DESC`,
      maxResults: MOST,
      fields: [
        'summary',
        'created',
        'status',
        severityField,
        impactStartField,
        impactDetectedField,
      ],
    },
  });
  if (!found.ok) return 'failed';
  const links = new Map(
    (linked.value.fields.issuelinks ?? []).map(({ id, inwardIssue, outwardIssue }) => [
      (inwardIssue ?? outwardIssue)?.key,
      id,
    ]),
  );
  const all = found.value.issues.map((issue) => incidentOf(issue, where, links));
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

function incidentOf(
  { key, fields }: Found['issues'][number],
  where: Where,
  links: ReadonlyMap<string | undefined, string>,
): Incident {
  const option = fields[where.severityField] as { readonly id?: string } | null | undefined;
  const moment = (name: string) => fields[name] as string | null | undefined;
  const since =
    moment(where.impactStartField) ?? moment(where.impactDetectedField) ?? fields.created;
  return {
    ...{ key, summary: fields.summary, since: Date.parse(since) },
    severity: where.severities[option?.id ?? ''] ?? null,
    isActive: where.activeStatusIds.includes(fields.status.id),
    link: links.get(key) ?? null,
  };
}

function worstFirst(a: Incident, b: Incident): number {
  return (a.severity ?? 4) - (b.severity ?? 4) || a.since - b.since;
}
