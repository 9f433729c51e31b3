import { type EntryView } from '../../../src/contract';

export type Kind = EntryView['what']['kind'];

/** What the timeline can be filtered by. */
export const GROUPS = [
  'written',
  'decisions',
  'theories',
  'communication',
  'people',
  'jira',
] as const;
export type Group = (typeof GROUPS)[number];

/** Each kind of entry belongs to one group. */
export const GROUP_OF: Readonly<Record<Kind, Group>> = {
  observation: 'written',
  note: 'written',
  answer: 'written',
  confirmed: 'written',
  corrected: 'written',
  redacted: 'written',
  disciplined: 'written',
  cleanUp: 'written',
  review: 'written',
  decision: 'decisions',
  change: 'decisions',
  theory: 'theories',
  experiment: 'theories',
  result: 'theories',
  judged: 'theories',
  update: 'communication',
  promise: 'communication',
  tick: 'communication',
  skip: 'communication',
  joined: 'people',
  left: 'people',
  awake: 'people',
  roleMade: 'people',
  roleGiven: 'people',
  roleLeft: 'people',
  tookOver: 'people',
  handOver: 'people',
  accepted: 'people',
  withdrawn: 'people',
  jira: 'jira',
  noted: 'jira',
  alert: 'jira',
};

/** What somebody writes into the line on top. */
export const WRITTEN = [
  'observation',
  'decision',
  'change',
  'theory',
  'experiment',
  'note',
] as const;
export type Written = (typeof WRITTEN)[number];
