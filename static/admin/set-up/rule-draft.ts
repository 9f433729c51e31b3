import { type AlertRuleView } from '../../../src/contract/admin';

/** Below these something can be left out. */
export const LEVELS = [2, 1] as const;
const MOST_LABELS = 10;
const LABEL_LENGTH = 100;
const WEEK_MINUTES = 10_080;

/** A rule as it stands in a form. */
export type RuleDraft = {
  readonly service: boolean;
  readonly name: boolean;
  /** Separated by commas. */
  readonly labels: string;
  readonly window: string;
  readonly below: AlertRuleView['leaveBelow'];
};

const LABEL = 'label:';

export function draftOf({ groupBy, windowMinutes, leaveBelow }: AlertRuleView): RuleDraft {
  const labels = groupBy.filter((field) => field.startsWith(LABEL));
  return {
    service: groupBy.includes('service'),
    name: groupBy.includes('name'),
    labels: labels.map((field) => field.slice(LABEL.length)).join(', '),
    window: String(windowMinutes),
    below: leaveBelow,
  };
}

export function ruleOf(draft: RuleDraft): AlertRuleView {
  const { service, name, window, below } = draft;
  const fields = [...(service ? ['service' as const] : []), ...(name ? ['name' as const] : [])];
  return {
    groupBy: [...fields, ...labelsIn(draft).map((label) => `label:${label}` as const)],
    windowMinutes: Number(window),
    leaveBelow: below,
  };
}

export function isWindowWrong({ window }: RuleDraft): boolean {
  const minutes = Number(window);
  return !/^\d+$/.test(window.trim()) || minutes < 1 || minutes > WEEK_MINUTES;
}

export function isLabelsWrong(draft: RuleDraft): boolean {
  const labels = labelsIn(draft);
  return labels.length > MOST_LABELS || labels.some((label) => label.length > LABEL_LENGTH);
}

function labelsIn({ labels }: RuleDraft): readonly string[] {
  const all = labels.split(',').map((label) => label.trim());
  return [...new Set(all.filter((label) => label !== ''))];
}
