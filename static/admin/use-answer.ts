import { useCallback, useEffect, useState } from 'react';
import { type AdminContract } from '../../src/contract/admin';
import { type Told } from '../kit/page/failure';
import { ask } from './ask';

/** Calls that ask for nothing in particular. */
type Reading =
  'getOffers' | 'getAlertDoors' | 'getDeploymentDoor' | 'getPortal' | 'getSettings' | 'getVersions';
type Value<Call extends Reading> = Extract<
  Awaited<ReturnType<AdminContract[Call]>>,
  { ok: true }
>['value'];

/** What the back end answers when a part of the page opens; `reload` asks again after a failure. */
export function useAnswer<Call extends Reading>(call: Call) {
  const [answer, setAnswer] = useState<{ readonly value?: Value<Call>; readonly failure?: Told }>(
    {},
  );
  const reload = useCallback(() => {
    const asked: Promise<{ ok: true; value: Value<Call> } | ({ ok: false } & Told)> =
      ask<Reading>(call);
    void asked.then((reply) => {
      setAnswer(reply.ok ? { value: reply.value } : { failure: reply });
    });
  }, [call]);
  useEffect(reload, [reload]);
  return { ...answer, reload };
}
