import { type Transition } from '../model/config';

type Rule = {
  readonly ruleKey?: string;
  readonly parameters?: { readonly field?: string; readonly value?: string };
};

/**
 * What the post functions of a transition do to the resolution: nothing (undefined), set it, or clear it
 * (no value). The one rule that is run, because boards and filters live on it.
 */
export function ruledResolution({ raw }: Transition): { value: string | undefined } | undefined {
  const actions = Array.isArray(raw.actions) ? (raw.actions as Rule[]) : [];
  const rule = actions.find(
    ({ ruleKey, parameters }) =>
      ruleKey === 'system:update-field' && parameters?.field === 'resolution',
  );
  return rule && { value: rule.parameters?.value || undefined };
}
