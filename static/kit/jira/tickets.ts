import { useCallback, useEffect, useRef, useState } from 'react';
import { onChangesElsewhere } from './changes';
import { askJira } from './jira';

/** A customer's ticket that carries the incident, as Jira shows it to the viewer. */
export type Ticket = {
  readonly key: string;
  readonly summary: string;
  /** Epoch milliseconds. */
  readonly created: number;
  readonly status: string;
  /** null: not shown to the viewer. The mail address only where Jira shows that. */
  readonly reporter: { readonly name: string; readonly mail: string | null } | null;
};

export type Tickets = {
  /** undefined while asking and where Jira did not answer. */
  readonly count?: number;
  /** Oldest first. */
  readonly tickets: readonly Ticket[];
  /** There are more than are read. */
  readonly isMore: boolean;
  /** `bad-jql`: Jira does not understand the settings' query. */
  readonly failure?: 'failed' | 'bad-jql';
  readonly reload: () => void;
};

type Found = {
  readonly nextPageToken?: string;
  readonly issues: readonly {
    readonly key: string;
    readonly properties?: Readonly<Record<string, unknown>>;
    readonly fields: {
      readonly summary: string;
      readonly created: string;
      readonly status: { readonly name: string };
      readonly reporter: { readonly displayName: string; readonly emailAddress?: string } | null;
    };
  }[];
};

const PAGE = 100;
/** As many as one looks at. */
const MOST = 1000;
const LOOK_AGAIN_MS = 60_000;

/** Issues of ours that are linked with an incident and are no tickets: other incidents, what is to be cleaned up. */
const NO_TICKETS = ['incident', 'incident-clean-up'];

/**
 * The tickets that carry an incident, counted and listed by the viewer's own browser: nobody counts what Jira keeps
 * from them. A ticket carries an incident when it is linked with it.
 *
 * @param supportJql which issues are tickets, as the settings say; null: those of service projects, and of any other
 *   project than the incident's own
 */
export function useTickets(incidentKey: string, supportJql: string | null): Tickets {
  const [found, setFound] = useState<Omit<Tickets, 'reload'>>(NOTHING);
  const asked = useRef(0);
  const reload = useCallback(() => {
    const mine = ++asked.current;
    void ticketsOf(incidentKey, supportJql).then((answer) => {
      if (mine === asked.current) setFound(answer);
    });
  }, [incidentKey, supportJql]);
  useEffect(() => {
    reload();
    const lookAgain = () => {
      if (!document.hidden) reload();
    };
    const forget = onChangesElsewhere(reload);
    const timer = setInterval(lookAgain, LOOK_AGAIN_MS);
    return () => {
      asked.current += 1; // whoever left wants no answer
      forget();
      clearInterval(timer);
    };
  }, [reload]);
  return { ...found, reload };
}

const NOTHING = { tickets: [], isMore: false } as const;

async function ticketsOf(key: string, supportJql: string | null): Promise<Omit<Tickets, 'reload'>> {
  const jql = `issue in linkedIssues("${key}") AND (${which(key, supportJql)}) ORDER BY created ASC`;
  const tickets: Ticket[] = [];
  let nextPageToken: string | undefined;
  do {
    const answer = await askJira<Found>('/rest/api/3/search/jql', {
      method: 'POST',
      body: {
        jql,
        maxResults: PAGE,
        nextPageToken,
        properties: NO_TICKETS,
        fields: ['summary', 'created', 'status', 'reporter'],
      },
    });
    if (!answer.ok) {
      const isMisread = answer.status === 400 && supportJql !== null;
      return { ...NOTHING, failure: isMisread ? 'bad-jql' : 'failed' };
    }
    tickets.push(...ticketsIn(answer.value));
    ({ nextPageToken } = answer.value);
  } while (nextPageToken !== undefined && tickets.length < MOST);
  return { count: tickets.length, tickets, isMore: nextPageToken !== undefined };
}

function which(key: string, supportJql: string | null): string {
  if (supportJql === null)
    return `projectType = service_desk OR project != "${key.replace(/-\d+$/, '')}"`;
  return supportJql.replace(/\border\s+by\b[\s\S]*$/i, '').trim();
}

function ticketsIn({ issues }: Found): Ticket[] {
  return issues
    .filter(({ properties = {} }) => !NO_TICKETS.some((name) => name in properties))
    .map(({ key, fields: { summary, created, status, reporter } }) => ({
      key,
      summary,
      created: Date.parse(created),
      status: status.name,
      reporter: reporter && { name: reporter.displayName, mail: reporter.emailAddress ?? null },
    }));
}
