import { type Clock } from '../core/clock';
import { type Jira } from '../jira';
import { type Rest } from './rest';

/** A request of a customer, as it reached the support project. */
export type Ticket = {
  readonly summary: string;
  /** Display name of the customer, who is added where nobody of this name is there. */
  readonly customer: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
};

export type TicketOnSite = Ticket & {
  readonly id: string;
  readonly key: string;
  readonly reporterId: string;
};

type Named = { readonly id: string; readonly name: string };

/**
 * Raises tickets in project SUP, each at its own moment by its own customer; the clock stands at the last one's
 * afterwards. The site keeps who wrote the request as its reporter; its creator is whoever `admin` is, as with
 * requests that come in by mail.
 *
 * @param admin an administrator of the project: nobody else may name a reporter.
 */
export async function addTickets(
  jira: Jira,
  admin: Rest,
  clock: Clock,
  tickets: readonly Ticket[],
): Promise<readonly TicketOnSite[]> {
  const { issueTypes } = await admin.get<{ issueTypes: readonly Named[] }>(
    '/rest/api/3/project/SUP',
  );
  const request = issueTypes.find(({ name }) => name === '[System] Service request');
  if (!request) throw new Error('Project SUP has no service requests');
  const made: TicketOnSite[] = [];
  for (const ticket of tickets) {
    clock.stop(ticket.createdAt);
    const reporterId = customer(jira, ticket.customer);
    const { id, key } = await admin.post<{ id: string; key: string }>('/rest/api/3/issue', {
      fields: {
        project: { key: 'SUP' },
        issuetype: { id: request.id },
        summary: ticket.summary,
        reporter: { accountId: reporterId },
      },
    });
    made.push({ ...ticket, id, key, reporterId });
  }
  return made;
}

/** Account id of the customer of this name. */
function customer(jira: Jira, displayName: string): string {
  const name = displayName.toLowerCase().replaceAll(/[^a-z]+/g, '.');
  const email = `${name}@mail.example`;
  const known = jira.personByEmail(email);
  return (known ?? jira.addPerson({ displayName, email, accountType: 'customer' })).accountId;
}
