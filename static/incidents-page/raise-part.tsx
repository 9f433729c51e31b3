import { useEffect, useState } from 'react';
import { type ListsContract, type PageContract } from '../../src/contract';
import { Raise } from '../kit/raise/raise';
import { useViewer } from '../kit/texts/texts';
import { invokerOf } from '../kit/jira/invoke';

const invoke = invokerOf<PageContract>();

type Places = Extract<ReturnType<ListsContract['getWhereToList']>, { readonly ok: true }>['value'];

/** Raising an incident where all of them are; nothing for somebody who may not see any. */
export default function RaisePart() {
  const { timeZone: zone } = useViewer();
  const [places, setPlaces] = useState<Places>(null);
  useEffect(() => {
    let current = true;
    invoke('getWhereToList').then(
      (reply) => {
        if (current && reply.ok) setPlaces(reply.value);
      },
      () => undefined, // the pictures say what is wrong, and Jira's own button raises incidents too
    );
    return () => {
      current = false;
    };
  }, []);
  if (places === null) return null;
  const { services, ...where } = places;
  return (
    <Raise
      where={where}
      services={services.map(({ option, name }) => ({ id: option, name }))}
      onJoin={(key) => invoke('joinIncident', { key, id: crypto.randomUUID(), zone })}
    />
  );
}
