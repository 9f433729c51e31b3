import { type IncidentView } from '../../src/contract';

export type TimeName = keyof IncidentView['times'];

/** In the order in which they happen. */
export const TIMES: readonly TimeName[] = ['impactStart', 'impactDetected', 'impactRecovered'];
