import { type IncidentView } from '../../../src/contract';
import { Button } from '../../kit/controls/button';
import { momentText } from '../../kit/texts/moments';
import { type Names } from '../../kit/jira/people';
import { useViewer } from '../../kit/texts/texts';
import { type TabProps } from '../tab-props';
import { AddLine } from './add-line';

type Response = IncidentView['response'];
type Observation = Response['observations'][number];
type Experiment = Response['experiments'][number];

export type Shared = Pick<TabProps, 'incident' | 'busy' | 'failure' | 'actions' | 'names'>;

type Props = Shared & {
  readonly observations: readonly Observation[];
  readonly experiments: readonly Experiment[];
};

/** What was seen and tried, oldest first. */
export function Evidence({ observations, experiments, ...shared }: Props) {
  if (observations.length + experiments.length === 0) return null;
  return (
    <ul className="evidence">
      {observations.map((one) => (
        <Seen key={one.entry} one={one} {...shared} />
      ))}
      {experiments.map((one) => (
        <Tried key={one.entry} one={one} {...shared} />
      ))}
    </ul>
  );
}

type Words = { readonly at: number; readonly by?: string | undefined };

/** Who said it and when: "Dana Okafor, 2 Mar, 12:04". */
export function Meta({
  said,
  incident,
  names,
}: { said: Words } & Pick<Shared, 'incident' | 'names'>) {
  const viewer = useViewer();
  const time = momentText(said.at, viewer, Date.parse(incident.now));
  return (
    <span className="now-meta">
      {viewer.t('now.by', { name: nameOf(said.by, names, viewer.t('now.somebody')), time })}
    </span>
  );
}

function nameOf(id: string | undefined, names: Names, somebody: string): string {
  return names[id ?? ''] ?? somebody;
}

function Seen({ one, ...shared }: Shared & { readonly one: Observation }) {
  const { incident, busy, actions, names } = shared;
  const { t } = useViewer();
  const { viewer, mayEdit } = incident;
  const isMine = one.by === viewer || one.confirmedBy.includes(viewer);
  const also = one.confirmedBy.map((id) => nameOf(id, names, t('now.somebody'))).join(', ');
  return (
    <li>
      <span className="lozenge">{t('now.observation')}</span> {one.text}{' '}
      <Meta said={one} {...shared} />
      {also !== '' && <span className="now-meta"> · {t('now.confirmedBy', { names: also })}</span>}
      {mayEdit && !isMine && (
        <Button
          appearance="link"
          aria-label={t('now.of', { action: t('now.seenToo'), question: one.text })}
          disabled={busy}
          onClick={() => void actions.say({ kind: 'confirmed', entry: one.entry })}
        >
          {t('now.seenToo')}
        </Button>
      )}
    </li>
  );
}

function Tried({ one, ...shared }: Shared & { readonly one: Experiment }) {
  const { incident, actions } = shared;
  const { t } = useViewer();
  return (
    <li>
      <span className="lozenge">{t('now.experiment')}</span> {one.text}{' '}
      <Meta said={one} {...shared} />
      {one.result && (
        <p className="result">
          <strong>{t('now.result')}:</strong> {one.result.text}{' '}
          <Meta said={one.result} {...shared} />
        </p>
      )}
      {incident.mayEdit && !one.result && (
        <AddLine
          {...shared}
          isLink
          field={`now.result.${one.entry}`}
          label={t('now.addResult')}
          name={t('now.of', { action: t('now.addResult'), question: one.text })}
          onAdd={(text) => actions.say({ kind: 'result', experiment: one.entry, text })}
        />
      )}
    </li>
  );
}
