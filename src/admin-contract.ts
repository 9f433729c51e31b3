import { type Reply } from './contract';

/**
 * What the administration's pages may ask of the back end. Only people who administer Jira get an answer. One part
 * per section of the page.
 */
export type AdminContract = SetUpContract;

/** Set-up: the project and all it needs, made or adopted step by step. */
type SetUpContract = {
  getSetUp: () => Reply<SetUpView>;
};

export type SetUpView = { readonly project: { readonly id: string } | null };
