import { createHash } from 'node:crypto';
import { kvs } from '@forge/kvs';
import { type PersonId } from '../domain/incident';
import { type Sight, type Sights } from '../ports/sights';
import { inParts, numbers } from './kvs-log-rows';
import { answered } from './kvs-words';

const KEPT = { ttl: { value: 15, unit: 'MINUTES' } } as const;
/** A value holds 240 kB. */
const PART = 20_000;

type Stored = Sight & { readonly parts: number };

/** Under a digest of person and query: nothing in the store says who looked. The numbers in parts of their own. */
export function kvsSights(): Sights {
  return {
    async get(person, jql) {
      const key = keyOf(person, jql);
      const stored = await answered(() => kvs.get<Stored>(key));
      if (stored?.state !== 'found') return stored;
      const found = await Promise.all(
        numbers(1, stored.parts).map((n) => answered(() => kvs.get<number[]>(`${key}:${n}`))),
      );
      const whole = found.filter((part) => part !== undefined);
      return whole.length === found.length ? { ...stored, numbers: whole.flat() } : undefined;
    },
    async save(person, jql, sight) {
      const key = keyOf(person, jql);
      const parts = sight.state === 'found' ? inParts(sight.numbers, PART) : [];
      await Promise.all(
        parts.map((part, n) => answered(() => kvs.set(`${key}:${n + 1}`, part, KEPT))),
      );
      const head = { ...sight, ...(sight.state === 'found' && { numbers: [] }) };
      await answered(() => kvs.set(key, { ...head, parts: parts.length }, KEPT));
    },
  };
}

function keyOf(person: PersonId, jql: string | null): string {
  return `sight:${createHash('sha256')
    .update(JSON.stringify([person, jql]))
    .digest('hex')}`;
}
