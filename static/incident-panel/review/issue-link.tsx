import { router } from '@forge/bridge';

/** An issue by its key; opens beside what is read here. */
export function IssueLink({ issue }: { readonly issue: string }) {
  return (
    <button
      type="button"
      className="button button-link review-link"
      onClick={() => void router.open(`/browse/${issue}`)}
    >
      {issue}
    </button>
  );
}
