import { router } from '@forge/bridge';
import { type SetUpView } from '../../../src/contract/admin';
import { Button } from '../../kit/controls/button';
import { createLink } from '../../kit/incident/create-link';
import { useViewer } from '../../kit/texts/texts';
import { Alerts } from './alerts';
import { Check } from './check';
import { DeploymentsDoor } from './door';
import { Seen } from './seen';
import { Places } from './places';
import { StepList } from './steps';

const FILTERS = ['active', 'overdue', 'withoutTimes', 'mine'] as const;

type Props = {
  readonly view: SetUpView;
  readonly onAgain: () => void;
  readonly onChange: () => void;
};

/** Everything is there: where it is, whether it still works, and how to do it again. */
export function Ready({ view, onAgain, onChange }: Props) {
  const { t } = useViewer();
  const { project, issueTypeId, filters } = view;
  const raise = createLink({ projectId: project?.id ?? '', issueTypeId: issueTypeId ?? '' });
  return (
    <div className="stack">
      <div className="note note-good">
        <p>
          <strong>{t('admin.setUp.readyTitle', { key: project?.key ?? '' })}</strong>
        </p>
        <p>{t('admin.setUp.readyText')}</p>
        <div className="buttons">
          <Button appearance="primary" onClick={() => void router.open(raise)}>
            {t('admin.setUp.raise')}
          </Button>
        </div>
      </div>
      <section className="stack" aria-labelledby="filters-title">
        <h3 id="filters-title">{t('admin.setUp.filtersTitle')}</h3>
        <div className="buttons">
          {FILTERS.filter((name) => filters[name] !== undefined).map((name) => (
            <Button
              key={name}
              isSmall
              onClick={() => void router.open(`/issues/?filter=${filters[name] ?? ''}`)}
            >
              {t(`admin.setUp.filter.${name}`)}
            </Button>
          ))}
        </div>
      </section>
      <Places />
      <Check />
      <Seen />
      <Alerts />
      <DeploymentsDoor />
      <details>
        <summary>{t('admin.setUp.whatWasDone')}</summary>
        <StepList steps={view.steps} />
        <p className="hint">{t('admin.setUp.againHint')}</p>
        <div className="buttons">
          <Button onClick={onAgain}>{t('admin.setUp.again')}</Button>
          <Button appearance="subtle" onClick={onChange}>
            {t('admin.setUp.change')}
          </Button>
        </div>
      </details>
    </div>
  );
}
