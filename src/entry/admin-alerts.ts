import { z } from 'zod';
import { type AdminContract } from '../admin-contract';
import { type ForAdmin } from '../wiring-admin';
import { guardedForAdmins } from './guard';

const Nothing = z.object({});

/** What the part "Alerts" of set-up asks for. */
export function alertFunctions(wiring: ForAdmin) {
  const { alertDoor } = wiring;
  return {
    getAlertDoor: guardedForAdmins(wiring, { input: Nothing }, async () => {
      const [address, secret] = await Promise.all([alertDoor.address(), alertDoor.secret()]);
      return { address, hasSecret: secret !== undefined };
    }),
    renewAlertSecret: guardedForAdmins(wiring, { input: Nothing }, async () => ({
      secret: await alertDoor.renew(),
    })),
  } satisfies Partial<Record<keyof AdminContract, unknown>>;
}
