/** How far it came. What is not done is done by sending the same wish again. */
export type MadeCleanUp = {
  readonly key: string;
  /** `reason`: Jira's, where it gave one. */
  readonly link: { readonly linked: boolean; readonly reason: string | null };
  readonly isLogged: boolean;
};
