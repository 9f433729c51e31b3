import { type ErrorCode } from '../../domain/errors';
import { type Choices, type StepName } from '../../domain/set-up/set-up';
import { type Instant } from '../../domain/time';
import { type Found, type StepDone } from './site-builder';

/** How a step ended the last time it was run. */
export type StepRecord =
  | (StepDone & { readonly at: Instant })
  | {
      readonly how: 'failed';
      readonly code: ErrorCode;
      readonly subject?: string;
      readonly at: Instant;
    };

/** Where set-up stands. Any administrator may go on with it, in any browser. */
export type SetUpRecord = {
  readonly choices: Choices;
  readonly found: Found;
  readonly steps: Readonly<Partial<Record<StepName, StepRecord>>>;
};

/** Where the record of set-up is kept. The last write counts: every step finds again what it needs. */
export interface SetUpStore {
  get(): Promise<SetUpRecord | undefined>;
  save(record: SetUpRecord): Promise<void>;
}
