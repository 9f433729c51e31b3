import { type WebTriggerResponse } from '@forge/api';
import { type DoorId } from '../../domain/declaring/doors';
import { type Alert } from '../../ports/declaring/alerts';
import { acceptAlert } from '../../usecases/declaring/accept-alert';
import { type ForApp } from '../../wiring/app';
import { readAlert } from './alert-body';
import { answer, throughDoor } from './door';

/**
 * The web trigger `alert`. It keeps the alert and answers; the incident is made behind it.
 *
 * @returns 202 accepted or waiting, 200 raised or only tested, 400 with what is wrong; and as `throughDoor`
 */
export function onAlert(wiring: ForApp) {
  const { alertDoors, log } = wiring;
  const way = { secret: (door: DoorId) => alertDoors.secret(door), log, what: 'alert' };
  return throughDoor(way, async (body, door) => {
    const read = readAlert(body);
    if ('problems' in read) return answer(400, read);
    if (read.isTest) return answer(200, { state: 'valid' });
    return told(await acceptAlert(wiring, door, read.declaration));
  });
}

function told({ state, incident, reason }: Alert): WebTriggerResponse {
  if (state === 'raised') return answer(200, { state, incident });
  return answer(202, { state, ...(reason && { reason: reason.said ?? reason.code }) });
}
