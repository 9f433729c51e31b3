import { type IncidentView } from '../../../src/contract';
import { type Form } from './actions';

/** The parts of the response, in the order in which they are needed. */
export const TABS = ['now', 'updates', 'timeline', 'people', 'review'] as const;
export type Tab = (typeof TABS)[number];

/** What the response can be opened at: a part of it, or a form for one thing. */
export type Place = Tab | Form;

export function tabFrom(at: unknown): Tab | undefined {
  return TABS.find((tab) => tab === at);
}

type Step = NonNullable<IncidentView['next']>['step'];
type Strip = IncidentView['response']['steps'][number]['step'];

/** Where a thing that is due is done; what is done in place has none. */
export const PLACE_OF = {
  'write-update': 'updates',
  'tell-internal': 'updates',
  'tell-external': 'updates',
  'promise-update': 'updates',
  'final-update': 'updates',
  'confirm-severity': 'severity',
  'say-severity': 'severity',
  assess: 'now',
  'give-communications': 'people',
  'give-tech-lead': 'people',
  'offer-role': 'people',
  'hand-over': 'people',
  'accept-hand-over': 'people',
  discipline: 'review',
  'clean-up': 'review',
  review: 'review',
  'alerts-recovered': null,
  'correct-times': null,
  take: null,
  'say-start': null,
  'say-recovered': null,
  'confirm-recovered': null,
  'mend-held': null,
} as const satisfies Readonly<Record<Step, Place | null>>;

/** What is done at another place. */
type Elsewhere = { [S in Step]: (typeof PLACE_OF)[S] extends null ? never : S }[Step];

export function isElsewhere(step: Step): step is Elsewhere {
  return PLACE_OF[step] !== null;
}

/** Where a step of the handbook is done. */
export const TAB_OF: Readonly<Record<Strip, Tab>> = {
  detect: 'now',
  open: 'now',
  assess: 'now',
  tell: 'updates',
  escalate: 'people',
  delegate: 'people',
  follow: 'updates',
  resolve: 'review',
};
