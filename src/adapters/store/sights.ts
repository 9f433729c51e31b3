import { createHash } from 'node:crypto';
import { type PersonId } from '../../domain/incident/incident';
import { type Sights } from '../../ports/figures/sights';
import { inParts, numbers } from './log-rows';
import { ForgottenShape, SightPartShape, SightShape } from './shapes/figures';
import { singleValues } from './single-value';

const KEPT = { ttl: { value: 15, unit: 'MINUTES' } } as const;
/** A value holds 240 kB. */
const PART = 20_000;
const FORGOTTEN = 'sights-forgotten';

/** Under a digest of person and query: nothing in the store says who looked. The numbers in parts of their own. */
export function kvsSights(): Sights {
  const sights = singleValues(SightShape);
  const parts = singleValues(SightPartShape);
  const forgotten = singleValues(ForgottenShape);
  return {
    async get(person, jql) {
      const key = keyOf(person, jql);
      const [stored, gone] = await Promise.all([
        sights.findOrForget(key),
        forgotten.findOrForget(FORGOTTEN),
      ]);
      if (stored && gone && stored.at <= gone.until) return undefined;
      if (stored?.state !== 'found') return stored;
      const found = await Promise.all(
        numbers(1, stored.parts).map((n) => parts.findOrForget(`${key}:${n}`)),
      );
      const whole = found.filter((part) => part !== undefined);
      return whole.length === found.length
        ? { ...stored, numbers: whole.flatMap((part) => part.numbers) }
        : undefined;
    },
    async save(person, jql, sight) {
      const key = keyOf(person, jql);
      const split = sight.state === 'found' ? inParts(sight.numbers, PART) : [];
      await Promise.all(
        split.map((part, n) => parts.save(`${key}:${n + 1}`, { numbers: part }, KEPT)),
      );
      const head = sight.state === 'found' ? { ...sight, numbers: [] } : sight;
      await sights.save(key, { ...head, parts: split.length }, KEPT);
    },
    // A moment instead of a search for all of them: it also reaches what is still being found out.
    forget: (until) => forgotten.save(FORGOTTEN, { until }, KEPT),
  };
}

/** Versions of the app that keep sights in another shape do not meet. */
function keyOf(person: PersonId, jql: string | null): string {
  return `sight:${createHash('sha256')
    .update(JSON.stringify([SightShape.version, person, jql]))
    .digest('hex')}`;
}
