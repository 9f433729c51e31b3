import { randomUUID } from 'node:crypto';
import { getAppContext, route } from '@forge/api';
import { type Phase } from '../../../domain/incident/lifecycle';
import { type Jira } from '../http';
import { everything, Named, PAGE } from './pages';

/** Our statuses, and which of Jira's three categories each belongs to. */
export const STATUSES: readonly { readonly phase: Phase; readonly category: string }[] = [
  { phase: 'new', category: 'TODO' },
  { phase: 'fixing', category: 'IN_PROGRESS' },
  { phase: 'resolved', category: 'DONE' },
  { phase: 'cancelled', category: 'DONE' },
];

type Resolution = 'done' | 'cancelled' | 'none';

type Move = {
  readonly name: 'fix' | 'resolve' | 'cameBack' | 'cancel';
  readonly from: readonly Phase[];
  readonly to: Phase;
  /** Jira's own idea of done: boards, filters and reports of the site read it. */
  readonly resolution: Resolution;
};

export const MOVES: readonly Move[] = [
  { name: 'fix', from: ['new'], to: 'fixing', resolution: 'none' },
  { name: 'resolve', from: ['new', 'fixing'], to: 'resolved', resolution: 'done' },
  { name: 'cameBack', from: ['resolved', 'cancelled'], to: 'fixing', resolution: 'none' },
  { name: 'cancel', from: ['new', 'fixing'], to: 'cancelled', resolution: 'cancelled' },
];

export type Resolutions = Readonly<Record<Resolution, string>>;

/** Names that sites have from the start; a site that renamed them gets its first one. */
const KNOWN = { done: ['Done', 'Fertig'], cancelled: ["Won't Do", 'Wird nicht erledigt'] };

/** Resolution ids of this site; empty takes the resolution away. */
export async function resolutionIds(jira: Jira): Promise<Resolutions> {
  const all = await everything(Named, (startAt) =>
    jira(route`/rest/api/3/resolution/search?startAt=${startAt}&maxResults=${PAGE}`),
  );
  const idOf = (names: readonly string[]) =>
    (all.find(({ name }) => names.includes(name)) ?? all[0])?.id ?? '';
  return { done: idOf(KNOWN.done), cancelled: idOf(KNOWN.cancelled), none: '' };
}

export const RULE = 'forge:workflow-post-function';

/** The rule that calls the app after a transition. Its key is the one of the module in manifest.yml. */
export function ruleOf() {
  const { appAri, environmentAri } = getAppContext();
  return {
    ruleKey: RULE,
    parameters: {
      key: `ari:cloud:ecosystem::extension/${appAri.appId}/${environmentAri.environmentId}/static/transition-made`,
      config: '{}',
      id: randomUUID(),
      disabled: 'false',
    },
  };
}
