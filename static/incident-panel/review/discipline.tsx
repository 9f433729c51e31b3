import { useId, useState } from 'react';
import { DoneNote } from '../../kit/incident/come-back';
import { Button } from '../../kit/controls/button';
import { useDraft } from '../../kit/page/draft';
import { momentText } from '../../kit/texts/moments';
import { type Tab } from '../../kit/incident/places';
import { useViewer } from '../../kit/texts/texts';
import { type TabProps } from '../tab-props';

const ITEMS = ['team', 'theories', 'decisions', 'changes', 'roles', 'escalate'] as const;
type Item = (typeof ITEMS)[number];

type Props = Pick<TabProps, 'incident' | 'busy' | 'names' | 'actions' | 'onOpen'>;

/** The incident manager's checklist. Its marks are for the moment; that somebody went through it is kept. */
export function Discipline({ incident, busy, names, actions, onOpen }: Props) {
  const { t } = useViewer();
  const title = useId();
  const [ticked, setTicked, clear] = useDraft<readonly Item[]>('review.discipline', []);
  const [isSaid, setSaid] = useState(false);
  const toggle = (item: Item) => {
    setSaid(false);
    setTicked(ticked.includes(item) ? ticked.filter((one) => one !== item) : [...ticked, item]);
  };
  const goneThrough = async () => {
    const isDone = await actions.say({ kind: 'disciplined' });
    setSaid(isDone);
    if (isDone) clear();
  };
  return (
    <section className="review-part" aria-labelledby={title}>
      <h2 id={title}>{t('review.discipline.title')}</h2>
      <p className="review-calm">{t('review.discipline.calm')}</p>
      <ul className="review-checks">
        {ITEMS.map((item) => (
          <li key={item}>
            <Check
              item={item}
              isTicked={ticked.includes(item)}
              onToggle={incident.mayEdit ? toggle : undefined}
            />
            <Hint item={item} incident={incident} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      <LastTime incident={incident} names={names} />
      {incident.mayEdit && (
        <div className="form-buttons">
          <Button disabled={busy} onClick={() => void goneThrough()}>
            {t('review.discipline.done')}
          </Button>
          <p className="field-help review-beside">{t('review.discipline.help')}</p>
        </div>
      )}
      <DoneNote text={isSaid ? t('review.discipline.said') : undefined} />
    </section>
  );
}

type CheckProps = {
  readonly item: Item;
  readonly isTicked: boolean;
  readonly onToggle?: (item: Item) => void;
};

function Check({ item, isTicked, onToggle }: CheckProps) {
  const { t } = useViewer();
  const id = useId();
  if (!onToggle) return <span>{t(`review.discipline.${item}`)}</span>;
  return (
    <span className="review-check">
      <input
        id={id}
        type="checkbox"
        checked={isTicked}
        onChange={() => {
          onToggle(item);
        }}
      />
      <label htmlFor={id}>{t(`review.discipline.${item}`)}</label>
    </span>
  );
}

/** What there is now, and where to look at it. */
function Hint({ item, incident, onOpen }: Pick<Props, 'incident' | 'onOpen'> & { item: Item }) {
  const { t } = useViewer();
  const { theories, observations, experiments } = incident.response;
  const link = (tab: Tab, text: string) => (
    <Button
      appearance="link"
      className="review-link"
      onClick={() => {
        onOpen(tab);
      }}
    >
      {text}
    </Button>
  );
  if (item === 'roles') return link('people', t('review.discipline.toPeople'));
  if (item !== 'theories') return null;
  const all = [...experiments, ...theories.flatMap((theory) => theory.experiments)];
  const seen = [...observations, ...theories.flatMap((theory) => theory.observations)];
  const counts = {
    observations: seen.length,
    theories: theories.filter(({ state }) => state === 'open').length,
    experiments: all.filter(({ result }) => !result).length,
  };
  return (
    <span className="field-help">
      {t('review.discipline.counted', counts)} {link('now', t('review.discipline.toNow'))}
    </span>
  );
}

function LastTime({ incident, names }: Pick<Props, 'incident' | 'names'>) {
  const viewer = useViewer();
  const { t } = viewer;
  const { disciplined } = incident.response;
  if (!disciplined) return <p className="field-help">{t('review.discipline.never')}</p>;
  const time = momentText(disciplined.at, viewer, Date.parse(incident.now));
  const name = names[disciplined.by ?? ''] ?? t('source.somebody');
  return <p className="field-help">{t('review.discipline.last', { time, name })}</p>;
}
