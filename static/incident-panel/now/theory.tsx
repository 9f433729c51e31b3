import { type IncidentView } from '../../../src/contract';
import { Button } from '../../kit/controls/button';
import { useViewer } from '../../kit/texts/texts';
import { AddLine } from './add-line';
import { Evidence, Meta, type Shared } from './evidence';

export type TheoryView = IncidentView['response']['theories'][number];
export type State = TheoryView['state'];
export const STATES: readonly State[] = ['open', 'supported', 'ruledOut'];

/** What somebody believes to be broken and why, what was seen and tried for it, and how it is judged. */
export function Theory({ theory, ...shared }: Shared & { readonly theory: TheoryView }) {
  const { incident, busy, actions, names } = shared;
  const viewer = useViewer();
  const { t } = viewer;
  const { entry, text, state, judged } = theory;
  const named = (action: string) => t('now.of', { action, question: text });
  return (
    <li className={`theory theory-${state}`}>
      <p className="theory-text">{text}</p>
      <p>
        <Meta said={theory} {...shared} />
        {judged && (
          <span className="now-meta">
            {' · '}
            {t(`now.judged.${state}`, { name: names[judged.by ?? ''] ?? t('now.somebody') })}
          </span>
        )}
      </p>
      <Evidence {...shared} observations={theory.observations} experiments={theory.experiments} />
      {incident.mayEdit && (
        <div className="choices theory-actions">
          {STATES.filter((other) => other !== state).map((other) => (
            <Button
              key={other}
              aria-label={named(t(`now.judge.${other}`))}
              disabled={busy}
              onClick={() => void actions.say({ kind: 'judged', theory: entry, state: other })}
            >
              {t(`now.judge.${other}`)}
            </Button>
          ))}
          {(['observation', 'experiment'] as const).map((kind) => (
            <AddLine
              key={kind}
              {...shared}
              isLink
              field={`now.${kind}.${entry}`}
              label={t(`now.addTo.${kind}`)}
              name={named(t(`now.addTo.${kind}`))}
              onAdd={(words) => actions.say({ kind, text: words, theory: entry })}
            />
          ))}
        </div>
      )}
    </li>
  );
}
