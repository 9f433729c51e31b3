import { useEffect, useState } from 'react';
import { type IncidentContract } from '../../../src/contract';
import { invokerOf } from '../jira/invoke';

const invoke = invokerOf<IncidentContract>();

/**
 * How many tickets carry the incident, whoever may see them; undefined until that is known, null where it is not told or
 * could not be counted: then the viewer's own number stands.
 *
 * @param when counted anew when this changes
 */
export function useTicketCount(when: number | undefined): number | null | undefined {
  const [count, setCount] = useState<number | null>();
  useEffect(() => {
    let current = true;
    invoke('countTickets').then(
      (reply) => {
        if (current) setCount(reply.ok ? reply.value.count : null);
      },
      () => {
        // A number that was there stays.
        if (current) setCount((before) => before ?? null);
      },
    );
    return () => {
      current = false;
    };
  }, [when]);
  return count;
}
