import { type WebTriggerResponse } from '@forge/api';
import { type DoorId } from '../../domain/declaring/doors';
import { type ReadAlert } from '../../ports/declaring/alert-bodies';
import { type KnownDoor } from '../../ports/declaring/alert-doors';
import { acceptAlert } from '../../usecases/declaring/accept-alert';
import { recoverAlert, type Recovery } from '../../usecases/declaring/recover-alert';
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
 * @returns 202 accepted or waiting, 200 raised, left without an incident, recovered or only tested, `alerts` with one
 *   of these each for several, 400 for an empty body; and as `throughDoor`
 */
export function onAlert(wiring: ForApp) {
  const { alertDoors, alertBodies, log } = wiring;
  const way = { secret: (door: DoorId) => alertDoors.secret(door), log, what: 'alert' };
  return throughDoor(way, async (body, id) => {
    const read = alertBodies.read(body);
    const [only] = read;
    if (only === undefined) return answer(400, { problems: ['The body is empty.'] });
    const door = await alertDoors.known(id);
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

async function outcomeOf(wiring: ForApp, door: KnownDoor, read: ReadAlert): Promise<Outcome> {
  const { asides, isTest, state } = read;
  // Told to whoever connects the tool: a misspelt key is among it.
  const unplaced = asides.length > 0 ? { unplaced: asides } : {};
  if (isTest) return { code: 200, told: { state: 'valid', ...unplaced } };
  if (state === 'noted') return { code: 200, told: { state } };
  if (state === 'recovered') return recovered(await recoverAlert(wiring, door, read));
  const { name, labels, link } = read;
  const declaration = await wordAlert(wiring, read);
  const firing = { declaration, name, labels, ...(link !== undefined && { link }) };
  const { code, told } = accepted(await acceptAlert(wiring, door, firing));
  return { code, told: { ...told, ...unplaced } };
}

function accepted(what: Awaited<ReturnType<typeof acceptAlert>>): Outcome {
  if ('left' in what) {
    const reason = `Less severe than ${what.left.below}: this door makes no incident of it.`;
    return { code: 200, told: { state: 'left', reason } };
  }
  const { state, incident, reason } = what.alert;
  if (state === 'raised') return { code: 200, told: { state, incident } };
  return { code: 202, told: { state, ...(reason && { reason: reason.said ?? reason.code }) } };
}

/** Nothing ends by a recovery: what it is taken for is said. */
const TAKEN: { readonly [Stand in Recovery['stands']]: string } = {
  open: 'Said on the incident. People end it.',
  unknown: 'Said on the incident. People end it.',
  over: 'The incident is over already.',
  gone: 'The incident is gone.',
  none: 'No incident is known for it.',
};

function recovered({ alert, stands }: Recovery): Outcome {
  const reason =
    alert && stands === 'none' ? 'Said on the incident that is about to be made.' : TAKEN[stands];
  const { incident } = alert ?? {};
  return { code: 200, told: { state: 'recovered', ...(incident && { incident }), reason } };
}

function answered({ code, told }: Outcome): WebTriggerResponse {
  return answer(code, told);
}
