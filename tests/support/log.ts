import { createHash } from 'node:crypto';
import { type PersonId } from '../../src/domain/incident/incident';
import { type Draft, type Entry, type Hash, redacted, sealed } from '../../src/domain/log/entry';
import { IncidentError } from '../../src/domain/errors';
import { holdsWords, redactedBy } from '../../src/domain/log/redaction';
import { fold } from '../../src/domain/log/fold';
import { EMPTY_HEAD, type Head } from '../../src/domain/log/head';
import { draftOf, type Saying } from '../../src/domain/log/sayings';
import { type EntryId } from '../../src/domain/log/what';
import { type Instant } from '../../src/domain/time';

export const sha256: Hash = (text) => createHash('sha256').update(text).digest('hex');

/** A log in memory, written as the store writes it: sealed, chained, folded; words taken out where that is said. */
export class MemoryLog {
  entries: Entry[] = [];
  head: Head = EMPTY_HEAD;

  append(draft: Draft): Entry {
    const called = redactedBy(draft.what);
    const gone = called === undefined ? undefined : this.entryCalled(called);
    const entry = sealed(draft, this.head, `salt${this.head.seq}`, sha256);
    // What the store gives back is JSON: what was undefined is not there.
    this.entries.push(JSON.parse(JSON.stringify(entry)) as Entry);
    if (gone) this.entries = this.entries.map((one) => (one === gone ? redacted(one) : one));
    this.head = fold(this.head, entry);
    return entry;
  }

  private entryCalled(id: EntryId): Entry {
    const entry = this.entries.find((one) => one.id === id);
    if (!entry) throw new IncidentError('entry-not-found', `No entry ${id}`);
    if (!holdsWords(entry.what)) throw new IncidentError('invalid-input', 'It holds no words');
    return entry;
  }

  say(
    saying: Saying,
    { person, now, at }: { person: PersonId; now: Instant; at?: Instant },
  ): Entry {
    const id = `e${this.head.seq + 1}` as EntryId;
    return this.append(draftOf(saying, { id, person, now, at }, this.head));
  }
}
