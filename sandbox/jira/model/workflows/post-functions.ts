import { type Transition } from '../config';

/** The key of the rule that a Forge app's post function is, in a transition's `actions`. */
export const POST_FUNCTION = 'forge:workflow-post-function';

/** A `jira:workflowPostFunction` of an installed app. */
export type PostFunction = {
  /** `ari:cloud:ecosystem::extension/{appId}/{environmentId}/static/{moduleKey}` */
  readonly key: string;
  readonly moduleKey: string;
  readonly name: string;
  readonly description: string;
};

type Rule = {
  readonly ruleKey?: string;
  readonly parameters?: Readonly<Record<string, string | undefined>>;
};

export type RuleToRun = { readonly module: PostFunction; readonly configuration: unknown };

/** The app's functions that run after this transition, each with its configuration. */
export function rulesToRun(
  { raw }: Transition,
  installed: readonly PostFunction[],
): readonly RuleToRun[] {
  const actions = Array.isArray(raw.actions) ? (raw.actions as Rule[]) : [];
  return actions.flatMap(({ ruleKey, parameters = {} }) => {
    const module = installed.find(({ key }) => key === parameters.key);
    if (ruleKey !== POST_FUNCTION || !module || parameters.disabled === 'true') return [];
    return [{ module, configuration: configurationOf(parameters.config) }];
  });
}

/** A text that is no JSON is handed on as it is. */
function configurationOf(config: string | undefined): unknown {
  if (config === undefined || config === '') return undefined;
  try {
    return JSON.parse(config) as unknown;
  } catch {
    return config;
  }
}
