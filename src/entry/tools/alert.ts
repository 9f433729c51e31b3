import { type WebTriggerResponse } from '@forge/api';
import { type DoorId } from '../../domain/declaring/doors';
import { type ReadAlert } from '../../ports/declaring/alert-bodies';
import { type Alert } from '../../ports/declaring/alerts';
import { acceptAlert } from '../../usecases/declaring/accept-alert';
import { wordAlert } from '../../usecases/declaring/word-alert';
import { type ForApp } from '../../wiring/app';
import { answer, throughDoor } from './door';

/** So many alerts of one call are kept at the same time. */
const AT_ONCE = 10;

/** What became of one alert of a call. */
type Outcome = { readonly code: 200 | 202; readonly told: object };

/**
 * The web trigger `alert`. It keeps what comes in and answers; incidents are made behind it. Whatever a tool sends is
 * an alert, or several.
 *
 * @returns 202 accepted or waiting, 200 raised or only tested, `alerts` with one of these each for several, 400 for an
 *   empty body; and as `throughDoor`
 */
export function onAlert(wiring: ForApp) {
  const { alertDoors, alertBodies, log } = wiring;
  const way = { secret: (door: DoorId) => alertDoors.secret(door), log, what: 'alert' };
  return throughDoor(way, async (body, door) => {
    const read = alertBodies.read(body);
    const [only] = read;
    if (only === undefined) return answer(400, { problems: ['The body is empty.'] });
    if (read.length === 1) return answered(await outcomeOf(wiring, door, only));
    const outcomes: Outcome[] = [];
    for (let n = 0; n < read.length; n += AT_ONCE) {
      const some = read.slice(n, n + AT_ONCE).map((one) => outcomeOf(wiring, door, one));
      outcomes.push(...(await Promise.all(some)));
    }
    const code = outcomes.some((one) => one.code === 202) ? 202 : 200;
    return answer(code, { alerts: outcomes.map(({ told }) => told) });
  });
}

async function outcomeOf(wiring: ForApp, door: DoorId, read: ReadAlert): Promise<Outcome> {
  const { asides, isTest, state } = read;
  // Told to whoever connects the tool: a misspelt key is among it.
  const unplaced = asides.length > 0 ? { unplaced: asides } : {};
  if (isTest) return { code: 200, told: { state: 'valid', ...unplaced } };
  if (state !== 'firing') return { code: 200, told: { state } };
  const { code, told } = outcome(await acceptAlert(wiring, door, await wordAlert(wiring, read)));
  return { code, told: { ...told, ...unplaced } };
}

function outcome({ state, incident, reason }: Alert): Outcome {
  if (state === 'raised') return { code: 200, told: { state, incident } };
  return { code: 202, told: { state, ...(reason && { reason: reason.said ?? reason.code }) } };
}

function answered({ code, told }: Outcome): WebTriggerResponse {
  return answer(code, told);
}
