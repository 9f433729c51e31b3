import { type IncidentView } from '../../../src/contract';
import { type Texts } from './texts';

export type TimeName = keyof IncidentView['times'];

/** In the order in which they happen. */
export const TIMES: readonly TimeName[] = ['impactStart', 'impactDetected', 'impactRecovered'];

/** The name of a time in the viewer's words, as the back end says what something is about. */
export function timeText(name: string, t: Texts): string {
  const known = TIMES.find((one) => one === name);
  return known ? t(`times.${known}`) : name;
}

/** Two times that contradict each other, from `impactStart>impactDetected`. */
export function pairText(pair: string, t: Texts) {
  const [earlier = '', later = ''] = pair.split('>');
  return { earlier: timeText(earlier, t), later: timeText(later, t) };
}
