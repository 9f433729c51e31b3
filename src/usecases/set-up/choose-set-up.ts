import { IncidentError } from '../../domain/errors';
import { type Choices, lacking } from '../../domain/set-up/set-up';
import { type SetUpRecord, type SetUpStore } from '../../ports/set-up/set-up-store';

/**
 * Keeps what an administrator decided, and begins the plan anew. What was found or made before is kept where it is for
 * the same project: the steps find it again. May be repeated.
 *
 * @throws {IncidentError} `invalid-input`, `details.subject` what the choice lacks
 */
export async function chooseSetUp(
  { setUpStore }: { setUpStore: SetUpStore },
  choices: Choices,
): Promise<SetUpRecord> {
  const missing = lacking(choices);
  if (missing.length > 0) {
    throw new IncidentError('invalid-input', `The choice lacks ${missing.join(', ')}`, {
      subject: missing.join(', '),
    });
  }
  const before = await setUpStore.get();
  const same = before !== undefined && projectName(before.choices) === projectName(choices);
  const record: SetUpRecord = { choices, found: same ? before.found : {}, steps: {} };
  await setUpStore.save(record);
  return record;
}

function projectName({ project }: Choices): string {
  return 'make' in project ? project.make.key : project.use;
}
