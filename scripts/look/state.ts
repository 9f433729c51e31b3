import { type Page } from '@playwright/test';
import { type Who } from '../../tests/support/site';

/** One picture: where to go, as whom, and what to do before it is taken. */
export type State = {
  readonly name: string;
  readonly who: Who;
  readonly path: string;
  readonly prepare?: (page: Page) => Promise<void>;
};
