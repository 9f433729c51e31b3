import { z } from 'zod';
import { type AdminContract } from '../admin-contract';
import { type ForViewer } from '../wiring';
import { guardedForAdmins } from './guard';

const Nothing = z.object({});

/** What the section "Set-up" asks for. */
export function setUpFunctions(wiring: ForViewer) {
  return {
    getSetUp: guardedForAdmins(wiring, { input: Nothing }, async () => {
      const { projectId } = await wiring.siteMaps.get();
      return { project: { id: projectId } };
    }),
  } satisfies Partial<Record<keyof AdminContract, unknown>>;
}
