import { type ComponentType, lazy } from 'react';
import { FailureNote } from './failure';
import { loadLaterTexts } from './texts';

/** A part of a page that is fetched, with its texts, when somebody first opens it. Rendered inside of `Suspense`. */
export function lazily<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
) {
  return lazy<ComponentType<Props>>(() =>
    Promise.all([load(), loadLaterTexts()]).then(
      ([part]) => part,
      () => ({ default: NotFetched }),
    ),
  );
}

/** The rest of the page stays; React does not fetch a part again, so the page is loaded anew. */
function NotFetched() {
  return (
    <FailureNote
      failure={{ code: 'unexpected', subject: null }}
      onRetry={() => {
        location.reload();
      }}
    />
  );
}
