import { IncidentError } from '../../domain/errors';
import { type OptionFailure } from '../../ports/settings/option-maps';

/** Does it unless it is about nothing; what Jira did not do is a failure to show, not the end of the rest. */
export async function tried<Value>(
  step: OptionFailure['step'],
  names: readonly string[],
  act: () => Promise<Value>,
): Promise<{ readonly value?: Value; readonly failures: readonly OptionFailure[] }> {
  if (names.length === 0) return { failures: [] };
  try {
    return { value: await act(), failures: [] };
  } catch (error) {
    if (!(error instanceof IncidentError)) throw error;
    const { code, details } = error;
    return { failures: [{ step, names, code, subject: details.subject }] };
  }
}
