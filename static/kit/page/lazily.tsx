import { type ComponentType, lazy } from 'react';
import { NotFetched } from './boundary';
import { loadLaterTexts } from '../texts/texts';

/**
 * A part of a page that is fetched, with its texts, when somebody first opens it. Rendered inside of `Suspense` and of
 * a `Boundary`, which says so where it cannot be fetched.
 */
export function lazily<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
) {
  return lazy<ComponentType<Props>>(() =>
    Promise.all([load(), loadLaterTexts()]).then(
      ([part]) => part,
      (cause: unknown) => {
        throw new NotFetched(String(cause));
      },
    ),
  );
}
