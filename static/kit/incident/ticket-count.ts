import { useEffect, useState } from 'react';
import { type IncidentContract } from '../../../src/contract';
import { invokerOf } from '../jira/invoke';

const invoke = invokerOf<IncidentContract>();

/**
 * How many tickets carry the incident, whoever may see them; undefined where that is not told or could not be counted:
 * then the viewer's own number stands.
 *
 * @param when counted anew when this changes
 */
export function useTicketCount(when: number | undefined): number | undefined {
  const [count, setCount] = useState<number>();
  useEffect(() => {
    let current = true;
    invoke('countTickets').then(
      (reply) => {
        if (current) setCount(reply.ok ? (reply.value.count ?? undefined) : undefined);
      },
      () => undefined, // the number that was there stays
    );
    return () => {
      current = false;
    };
  }, [when]);
  return count;
}
