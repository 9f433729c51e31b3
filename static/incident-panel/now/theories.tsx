import { useViewer } from '../../kit/texts/texts';
import { AddLine } from './add-line';
import { Evidence, type Shared } from './evidence';
import { type State, STATES, Theory, type TheoryView } from './theory';

/** What may be broken: theories by how they are judged, and what was seen and tried without one. */
export function Theories(shared: Shared) {
  const { t } = useViewer();
  const { incident, actions } = shared;
  const { theories, observations, experiments } = incident.response;
  const isEmpty = theories.length + observations.length + experiments.length === 0;
  return (
    <section className="theories" aria-labelledby="theories-title">
      <div className="section-head">
        <h2 id="theories-title">{t('now.theories')}</h2>
      </div>
      {isEmpty && <p className="now-empty">{t('now.noTheories')}</p>}
      {STATES.map((state) => (
        <Group
          key={state}
          {...shared}
          state={state}
          theories={theories.filter((theory) => theory.state === state)}
        />
      ))}
      {observations.length + experiments.length > 0 && (
        <div className="theory-group">
          <h3>{t('now.loose')}</h3>
          <Evidence {...shared} observations={observations} experiments={experiments} />
        </div>
      )}
      {incident.mayEdit && (
        <div className="choices">
          {(['theory', 'observation', 'experiment'] as const).map((kind) => (
            <AddLine
              key={kind}
              {...shared}
              field={`now.${kind}`}
              label={t(`now.addNew.${kind}`)}
              onAdd={(text) => actions.say({ kind, text })}
            />
          ))}
        </div>
      )}
    </section>
  );
}

type GroupProps = Shared & { readonly state: State; readonly theories: readonly TheoryView[] };

/** Those that are ruled out are there for whoever asks. */
function Group({ state, theories, ...shared }: GroupProps) {
  const { t } = useViewer();
  if (theories.length === 0) return null;
  const title = t(`now.state.${state}`, { n: theories.length });
  const list = (
    <ul className="theory-list">
      {theories.map((theory) => (
        <Theory key={theory.entry} theory={theory} {...shared} />
      ))}
    </ul>
  );
  if (state === 'ruledOut') {
    return (
      <details className="theory-group">
        <summary>{title}</summary>
        {list}
      </details>
    );
  }
  return (
    <div className="theory-group">
      <h3>{title}</h3>
      {list}
    </div>
  );
}
