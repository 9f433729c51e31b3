import { router } from '@forge/bridge';

/** An issue by its key; opens beside the page that is read here. */
export function IssueKey({ issue }: { readonly issue: string }) {
  return (
    <a
      href={`/browse/${issue}`}
      className="issue-key"
      onClick={(event) => {
        event.preventDefault();
        void router.open(`/browse/${issue}`);
      }}
    >
      {issue}
    </a>
  );
}
