/** Where a UI modification holds; an absent id stands for every project or every issue type. */
export type UiModificationContext = {
  readonly id: string;
  readonly projectId: string | undefined;
  readonly issueTypeId: string | undefined;
  /** Undefined: every view of Jira. */
  readonly viewType: ViewType | undefined;
  readonly portalId: string | undefined;
  readonly requestTypeId: string | undefined;
};

export const VIEW_TYPES = [
  'GIC',
  'IssueView',
  'IssueTransition',
  'JSMRequestCreate',
  // Newer descriptions than the published one beside the project have these three, for agents of service projects.
  'GICAgentView',
  'IssueViewAgentView',
  'IssueTransitionAgentView',
] as const;
export type ViewType = (typeof VIEW_TYPES)[number];

/** What an app asks Jira to load its script for. */
export type UiModification = {
  readonly id: string;
  name: string;
  description: string | undefined;
  data: string | undefined;
  contexts: readonly UiModificationContext[];
};
