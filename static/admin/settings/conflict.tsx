import { useEffect, useRef, useState } from 'react';
import { type Answers, type Ask, type MergeView } from '../../../src/contract/admin';
import { Button } from '../../kit/controls/button';
import { FailureNote, type Told } from '../../kit/page/failure';
import { momentText } from '../../kit/texts/moments';
import { useViewer } from '../../kit/texts/texts';
import { ChangeList } from './change-list';
import { cellText, subjectOf, valueText } from './change-text';
import { usePeople } from '../../kit/jira/people';

type Props = {
  readonly conflict: MergeView;
  readonly busy: boolean;
  readonly failure?: Told;
  readonly onMerge: (answers: Answers) => void;
  readonly onTakeTheirs: () => void;
};

/** Somebody else saved meanwhile: who, what, and what to do with mine. */
export function Conflict({ conflict, busy, failure, onMerge, onTakeTheirs }: Props) {
  const viewer = useViewer();
  const { t } = viewer;
  const { theirs, theirChanges, asks } = conflict;
  const [answers, setAnswers] = useState<Answers>({});
  const [now] = useState(() => Date.now());
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const names = usePeople([theirs.savedBy, ...asks.flatMap(peopleOf)]);
  const open = asks.filter(({ id }) => !answers[id]).length;
  return (
    <section className="conflict" aria-labelledby="conflict-title">
      <h3 id="conflict-title" ref={title} tabIndex={-1}>
        {t('settings.conflict.title', {
          name: names.get(theirs.savedBy ?? '') ?? t('settings.person.somebody'),
          moment: theirs.savedAt ? momentText(theirs.savedAt, viewer, now) : '',
        })}
      </h3>
      <p>{t('settings.conflict.kept')}</p>
      <h4>{t('settings.conflict.theirs', { version: theirs.version })}</h4>
      <ChangeList changes={theirChanges} />
      {asks.length > 0 && <h4>{t('settings.conflict.both')}</h4>}
      {asks.map((ask) => (
        <Question
          key={ask.id}
          ask={ask}
          names={names}
          answer={answers[ask.id]}
          onAnswer={(side) => {
            setAnswers((was) => ({ ...was, [ask.id]: side }));
          }}
        />
      ))}
      {failure && <FailureNote failure={failure} />}
      <div className="form-buttons">
        <Button
          appearance="primary"
          disabled={busy || open > 0}
          onClick={() => {
            onMerge(answers);
          }}
        >
          {t('settings.conflict.merge')}
        </Button>
        <Button appearance="subtle" disabled={busy} onClick={onTakeTheirs}>
          {t('settings.conflict.discard')}
        </Button>
      </div>
      <p className="field-help">
        {open > 0 ? t('settings.conflict.open', { n: open }) : t('settings.conflict.next')}
      </p>
    </section>
  );
}

type QuestionProps = {
  readonly ask: Ask;
  readonly names: ReadonlyMap<string, string>;
  readonly answer: Answers[string] | undefined;
  readonly onAnswer: (side: Answers[string]) => void;
};

function Question({ ask, names, answer, onAnswer }: QuestionProps) {
  const { t } = useViewer();
  const { id, key, cell, table } = ask;
  const about = cell && table !== 'scale' ? `, ${cellText(cell, t)}` : '';
  const words = (side: 'mine' | 'theirs') => {
    if (key === '') return t('settings.conflict.order');
    if (cell) return valueText(cell, ask[side], t, names);
    return ask[side] === undefined ? t('settings.change.removed') : t('settings.conflict.keep');
  };
  return (
    <fieldset className="question">
      <legend>
        {subjectOf(ask, t)}
        {about}
      </legend>
      {(['mine', 'theirs'] as const).map((side) => (
        <label key={side}>
          <input
            type="radio"
            name={id}
            checked={answer === side}
            onChange={() => {
              onAnswer(side);
            }}
          />{' '}
          {t(`settings.conflict.${side}Side`)} {words(side)}
        </label>
      ))}
    </fieldset>
  );
}

function peopleOf({ cell, mine, theirs }: Ask): string[] {
  if (cell !== 'owner' && cell !== 'agreedBy') return [];
  return [mine, theirs].filter((id) => typeof id === 'string');
}
