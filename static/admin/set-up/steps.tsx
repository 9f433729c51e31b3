import { type SetUpView, type StepName, type StepView } from '../../../src/contract/admin';
import { Button } from '../../kit/controls/button';
import { failureText } from '../../kit/page/failure';
import { type NameUnder, type Texts, useViewer } from '../../kit/texts/texts';

type Props = {
  readonly view: SetUpView;
  readonly running: StepName | undefined;
  readonly onRun: () => void;
  readonly onChange: () => void;
};

/** The plan as it happens. What failed says what to do, and goes on from there. */
export function Steps({ view, running, onRun, onChange }: Props) {
  const { t } = useViewer();
  const over = view.steps.filter(({ state }) => state === 'done' || state === 'adopted').length;
  const failed = view.steps.some(({ state }) => state === 'failed');
  const position = running ? view.steps.findIndex(({ name }) => name === running) + 1 : over;
  return (
    <div className="stack">
      <div className="progress">
        <progress
          max={view.steps.length}
          value={position}
          aria-label={t('admin.setUp.progressLabel')}
        />
        <span>{t('admin.setUp.progress', { n: position, all: view.steps.length })}</span>
      </div>
      <p role="status" className="visually-hidden">
        {running ? t(`admin.setUp.step.${running}`) : ''}
      </p>
      <StepList steps={view.steps} running={running} />
      {!running && (
        <div className="buttons">
          <Button appearance="primary" onClick={onRun}>
            {failed ? t('admin.setUp.tryAgain') : t('admin.setUp.goOn')}
          </Button>
          <Button appearance="subtle" onClick={onChange}>
            {t('admin.setUp.change')}
          </Button>
        </div>
      )}
      {running && <p className="hint">{t('admin.setUp.mayClose')}</p>}
    </div>
  );
}

type FieldStep = Extract<StepName, `field-${string}`>;

/** What may be done about a step that failed; of all fields the same is said. */
const MEND: { readonly [Step in Exclude<StepName, FieldStep>]: NameUnder<'admin.setUp.mend'> } = {
  project: 'project',
  'issue-type': 'issue',
  workflow: 'workflow',
  screens: 'screens',
  filters: 'filters',
  'switch-on': 'switch',
  'help-texts': 'help',
  'create-hints': 'create',
  'request-type': 'request',
};

function mendText(step: StepName, t: Texts): string {
  return t(`admin.setUp.mend.${isField(step) ? 'field' : MEND[step]}`);
}

function isField(step: StepName): step is FieldStep {
  return step.startsWith('field-');
}

type ListProps = { readonly steps: readonly StepView[]; readonly running?: StepName };

export function StepList({ steps, running }: ListProps) {
  const { t } = useViewer();
  return (
    <ol className="steps">
      {steps.map((step) => {
        const state = step.name === running ? 'running' : step.state;
        return (
          <li key={step.name} className={`step step-${state}`}>
            <span className="step-sign" aria-hidden="true" />
            <span className="step-name">{t(`admin.setUp.step.${step.name}`)}</span>
            <span className="step-state">{t(`admin.setUp.state.${state}`)}</span>
            {step.what && state !== 'running' && <span className="step-what">{step.what}</span>}
            {step.failure && state !== 'running' && (
              <p className="step-failure" role="alert">
                {failureText(step.failure, t)} {mendText(step.name, t)}
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
