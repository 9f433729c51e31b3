import { type Site } from '../model/site';
import { type Issue } from '../model/types';

/** Who asks: their permissions, their clock. */
export type Asker = {
  readonly site: Site;
  readonly accountId: string | null;
  readonly timeZone: string;
  /** Ids of the saved filters that the question stands in: none may ask for itself. */
  readonly within?: readonly string[];
};

/** What an operand is compared with. */
export type Comparing = 'number' | 'moment' | 'day' | 'rank' | 'none';

/** A field as JQL sees it. */
export type JqlField = {
  /** As the query wrote it, for messages. */
  readonly name: string;
  /** Which operators it takes, beside `is`: `=` and `in`; `<` and `>`; `~`. */
  readonly equals: boolean;
  readonly comparing: Comparing;
  readonly like: boolean;
  /** What `=` may name, in lower case; none when the field is empty. */
  readonly words: (issue: Issue) => readonly string[];
  readonly order: (issue: Issue) => string | number | undefined;
  readonly text: (issue: Issue) => string;
  /** Whether `=` may name this; undefined: anything. */
  readonly knows?: (word: string) => boolean;
  /** Another word for the same, where a known word may be out of date: the key of a moved issue. */
  readonly meant?: (word: string) => string | undefined;
  /** What is said of a value that `knows` does not know, where it is not the usual. */
  readonly unknown?: (value: string) => string;
  /** For `was` and `changed`: the id in the change log. */
  readonly historyId?: string;
  /** Place of a word on the scale of a ranked field (priority). */
  readonly rankOf?: (word: string) => number | undefined;
  readonly isUser?: boolean;
  readonly isOption?: boolean;
};
