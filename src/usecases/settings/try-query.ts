import { IncidentError } from '../../domain/errors';
import { faultInJql } from '../../domain/jql';
import { type Searches } from '../../ports/response/searches';

/**
 * How many issues a query of the settings would find for whoever asks, about. Saves nothing.
 *
 * @throws {IncidentError} `invalid-input` for one that cannot be combined with another, and as `Searches.count`
 */
export async function tryQuery(
  { searches }: { readonly searches: Pick<Searches, 'count'> },
  jql: string,
): Promise<number> {
  const fault = faultInJql(jql);
  if (fault) throw new IncidentError('invalid-input', `The query is ${fault}`);
  return searches.count(jql);
}
