import { router } from '@forge/bridge';
import { Button } from '../../kit/controls/button';

/** An issue by its key; opens beside what is read here. */
export function IssueLink({ issue }: { readonly issue: string }) {
  return (
    <Button
      appearance="link"
      className="review-link"
      onClick={() => void router.open(`/browse/${issue}`)}
    >
      {issue}
    </Button>
  );
}
