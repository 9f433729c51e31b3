import { type IncidentId } from '../../domain/incident/incident';
import { type Incidents } from '../../ports/incident/incidents';
import { type TicketCounts } from '../../ports/response/ticket-counts';
import { type SettingsStore } from '../../ports/settings/settings';

/**
 * How many tickets carry an incident, for whoever may see the incident: a number, and no word of any ticket.
 *
 * @returns null where the settings leave each with what Jira shows them
 * @throws {IncidentError} as `Incidents.get` and `TicketCounts.of`
 */
export async function countTickets(
  {
    incidents,
    settings,
    ticketCounts,
  }: {
    readonly incidents: Pick<Incidents, 'get'>;
    readonly settings: Pick<SettingsStore, 'get'>;
    readonly ticketCounts: TicketCounts;
  },
  id: IncidentId,
): Promise<number | null> {
  const [{ key }, current] = await Promise.all([incidents.get(id), settings.get()]);
  const { supportJql, ownTicketsOnly } = current.settings.response ?? {};
  return ownTicketsOnly === 'yes' ? null : ticketCounts.of(key, supportJql);
}
