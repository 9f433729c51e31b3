import { useCallback, useEffect, useState } from 'react';
import { type ChangesView, type IncidentContract, type IncidentView } from '../../../src/contract';
import { type Told } from '../../kit/page/failure';
import { invokerOf } from '../../kit/jira/invoke';

const invoke = invokerOf<IncidentContract>();

type Changes = { readonly value?: ChangesView; readonly failure?: Told };

/** What was changed near the impact start, asked for when the part opens, and again when that moment is another. */
export function useChanges({ times }: IncidentView): Changes & { readonly reload: () => void } {
  const [changes, setChanges] = useState<Changes>({});
  const [round, setRound] = useState(0);
  const around = `${times.impactStart} ${times.impactDetected}`;
  useEffect(() => {
    let isCurrent = true;
    void invoke('getChanges')
      .catch(() => ({ ok: false as const, code: 'unexpected' as const, subject: null }))
      .then((reply) => {
        if (!isCurrent) return;
        setChanges(reply.ok ? { value: reply.value } : { failure: reply });
      });
    return () => {
      isCurrent = false;
    };
  }, [around, round]);
  const reload = useCallback(() => {
    setChanges({});
    setRound((was) => was + 1);
  }, []);
  return { ...changes, reload };
}
