import { type SetUpView, type StepView } from '../../contract/admin';
import { planOf, type StepName } from '../../domain/set-up/set-up';
import { type SetUpRecord, type StepRecord } from '../../ports/set-up/set-up-store';
import { isDone } from '../../usecases/set-up/run-set-up-step';

const FRESH: SetUpView = {
  choices: null,
  steps: [],
  ready: false,
  project: null,
  issueTypeId: null,
  filters: {},
};

/** Where set-up stands, in the contract's plain JSON. */
export function setUpView(record: SetUpRecord | undefined): SetUpView {
  if (!record) return FRESH;
  const { choices, found, steps } = record;
  const { projectId: id, projectKey: key } = found;
  return {
    choices,
    steps: planOf(choices).map((name) => stepView(name, steps[name])),
    ready: isDone(steps['switch-on']),
    project: id === undefined || key === undefined ? null : { id, key },
    issueTypeId: found.issueTypeId ?? null,
    filters: found.filters ?? {},
  };
}

function stepView(name: StepName, record: StepRecord | undefined): StepView {
  if (!record) return { name, state: 'waiting', what: null, failure: null };
  if (record.how === 'failed') {
    const failure = { code: record.code, subject: record.subject ?? null };
    return { name, state: 'failed', what: null, failure };
  }
  return { name, state: record.how, what: record.what, failure: null };
}
