import { type ChangesView } from '../../contract';
import { type FoundChanges } from '../../usecases/response/find-changes';

/** What was changed near the impact start, in the contract's plain JSON. */
export function changesView({ changes, ...found }: FoundChanges): ChangesView {
  return {
    ...found,
    changes: changes.map(({ by, environment, service, address, ...change }) => ({
      ...change,
      by: by ?? null,
      environment: environment ?? null,
      service: service ?? null,
      address: address ?? null,
    })),
  };
}
