import { z } from 'zod';
import { asItIs, shapeOf } from '../shape';
import { fields, yes } from './words';

/** Under its account id. The index holds those that are to be reported; a closed one has left it. */
export type AccountRow = { readonly all?: 'yes'; readonly reportedAt: number };

/** When an account was last reported to Atlassian. Its key is an account id and stays out of the app's log. */
export const AccountShape = shapeOf<AccountRow>({
  name: 'account',
  version: 1,
  lifts: { 0: asItIs },
  schema: () => fields<AccountRow>()({ all: yes().optional(), reportedAt: z.number() }),
});
