import { z } from 'zod';
import { type TicketContract } from '../../contract';
import { sayWhereIncidentsAre } from '../../usecases/incident/say-where-incidents-are';
import { type ForViewer } from '../../wiring/viewer';
import { guarded, resolverOf } from '../guard';

const Nothing = z.object({});

/**
 * The resolver behind the `jira:issueAction` on tickets. It tells nothing of the ticket or of any incident: what it
 * tells rests on the right to see the incidents' project, which the use case asks Jira for.
 */
export function ticketResolver(wiring: ForViewer) {
  return resolverOf<TicketContract>({
    getWhereIncidentsAre: guarded(
      wiring,
      { needs: 'see', input: Nothing },
      async () => (await sayWhereIncidentsAre(wiring)) ?? null,
    ),
  });
}
