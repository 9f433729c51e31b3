import { z } from 'zod';
import { type AdminContract } from '../../contract/admin';
import { type Door } from '../../ports/declaring/door';
import { type ForAdmin } from '../../wiring/admin';
import { guardedForAdmins } from '../guard';

const Nothing = z.object({});

/** What the parts "Alerts" and "Deployments" of set-up ask for. */
export function doorFunctions(wiring: ForAdmin) {
  const { alertDoor, deploymentDoor } = wiring;
  return {
    getAlertDoor: looking(wiring, alertDoor),
    renewAlertSecret: renewing(wiring, alertDoor),
    getDeploymentDoor: looking(wiring, deploymentDoor),
    renewDeploymentSecret: renewing(wiring, deploymentDoor),
  } satisfies Partial<Record<keyof AdminContract, unknown>>;
}

function looking(wiring: ForAdmin, door: Door) {
  return guardedForAdmins(wiring, { input: Nothing }, async () => {
    const [address, secret] = await Promise.all([door.address(), door.secret()]);
    return { address, hasSecret: secret !== undefined };
  });
}

function renewing(wiring: ForAdmin, door: Door) {
  return guardedForAdmins(wiring, { input: Nothing }, async () => ({ secret: await door.renew() }));
}
