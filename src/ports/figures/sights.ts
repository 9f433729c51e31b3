import { type PersonId } from '../../domain/incident/incident';
import { type Instant } from '../../domain/time';

/** Which incidents a person sees, as it was found out; or how far finding out is. */
export type Sight =
  | {
      readonly state: 'found';
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
}
