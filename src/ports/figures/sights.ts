import { type PersonId } from '../../domain/incident/incident';
import { type Instant } from '../../domain/time';

/** Which incidents a person sees, as it was found out; or how far finding out is. */
export type Sight =
  | {
      readonly state: 'found';
      /** When finding out began: what was changed since then may not be in it. */
      readonly at: Instant;
      /** Of incidents raised up to this moment. */
      readonly until: Instant;
      /** How many there were then: with another number it holds no more. */
      readonly of: number;
      /** By number in the key: whichever list is shorter. */
      readonly numbers: readonly number[];
      readonly are: 'visible' | 'hidden';
    }
  | {
      readonly state: 'looking';
      readonly at: Instant;
      readonly looked: number;
      readonly of: number;
    };

/** Remembers for a quarter of an hour who sees what, by person and query. */
export interface Sights {
  get(person: PersonId, jql: string | null): Promise<Sight | undefined>;
  save(person: PersonId, jql: string | null, sight: Sight): Promise<void>;
  /** Whatever anybody began to find out by then holds no more, also where it is saved only after this. */
  forget(until: Instant): Promise<void>;
}
