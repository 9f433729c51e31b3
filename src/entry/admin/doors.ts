import { z } from 'zod';
import { type AdminContract } from '../../contract/admin';
import { DOOR_NAME_LENGTH, doorId } from '../../domain/declaring/doors';
import { type Door } from '../../ports/declaring/door';
import { type ForAdmin } from '../../wiring/admin';
import { guardedForAdmins } from '../guard';

const Nothing = z.object({});
const Named = z.strictObject({ name: z.string().trim().min(1).max(DOOR_NAME_LENGTH) });
const OfDoor = z.strictObject({ door: z.string().min(1).max(40).transform(doorId) });

/** What the parts "Alerts" and "Deployments" of set-up ask for. */
export function doorFunctions(wiring: ForAdmin) {
  const { alertDoors, deploymentDoor } = wiring;
  return {
    getAlertDoors: guardedForAdmins(wiring, { input: Nothing }, () => alertDoors.list()),
    addAlertDoor: guardedForAdmins(wiring, { input: Named }, ({ input }) =>
      alertDoors.add(input.name),
    ),
    renewAlertSecret: guardedForAdmins(wiring, { input: OfDoor }, ({ input }) =>
      alertDoors.renew(input.door),
    ),
    removeAlertDoor: guardedForAdmins(wiring, { input: OfDoor }, async ({ input }) => {
      await alertDoors.remove(input.door);
      return alertDoors.list();
    }),
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
