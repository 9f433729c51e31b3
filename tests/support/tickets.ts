import { addTickets as addAt, type TicketOnSite } from '../../sandbox/seeds/tickets';
import { type Site } from '../../sandbox/site/site';
import { rest } from './site';

type About = {
  readonly summary?: string;
  readonly customer?: string;
  /** Before the site's clock; 10 unless given. */
  readonly minutesAgo?: number;
};

/**
 * Requests of customers in project SUP, of which Sam and Tomasz are the agents, each raised at its own moment. The clock stands
 * afterwards where it stood before, and runs if it ran.
 */
export async function addTickets(
  site: Site,
  tickets: readonly About[],
): Promise<readonly TicketOnSite[]> {
  const { clock, jira } = site;
  const { now, running } = { now: clock.now(), running: clock.running };
  const made = await addAt(
    jira,
    rest(site, 'ada'),
    clock,
    tickets.map(({ summary = 'I cannot pay', customer = 'Nora Hansen', minutesAgo = 10 }) => {
      return { summary, customer, createdAt: now - minutesAgo * 60_000 };
    }),
  );
  clock.stop(now);
  if (running) clock.start();
  return made;
}
