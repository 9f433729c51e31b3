import { type Page } from '@playwright/test';
import { type Who } from '../../tests/support/site';

/** What is looked at, with one contact sheet. */
export type Surface = {
  readonly name: string;
  /** What of the page is the picture; absent: all of it. */
  readonly of?: string;
  readonly states: readonly State[];
};

/** One picture: where to go, as whom, and what to do before it is taken. */
export type State = {
  readonly name: string;
  readonly who: Who;
  readonly path: string;
  readonly prepare?: (page: Page) => Promise<void>;
};
