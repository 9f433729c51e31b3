import { type KeyboardEvent, useId, useState } from 'react';
import { Button } from '../../kit/controls/button';
import { TextArea } from '../../kit/controls/fields';
import { FailureNote } from '../../kit/page/failure';
import { useViewer } from '../../kit/texts/texts';
import { type TabProps } from '../tab-props';
import { type AnswerDraft, type Asked } from './use-answer';

/** As long as the back end takes it. */
const MOST = 1000;

type Props = Pick<TabProps, 'busy' | 'failure' | 'names'> & {
  readonly question: Asked;
  readonly draft: AnswerDraft;
  /** Said with one press; they fill the text. */
  readonly quick: readonly string[];
  /** @param over the answer that this one may stand in for; null for none */
  readonly onSave: (text: string, over: string | null) => Promise<boolean>;
  readonly onClose: () => void;
};

/** An answer, written in place: Ctrl or Cmd with Enter saves, Escape leaves, nothing typed is lost. */
export function AnswerEditor(props: Props) {
  const { question, draft, busy, failure, quick, onSave, onClose } = props;
  const { t } = useViewer();
  const id = useId();
  const [tried, setTried] = useState(false);
  const { typed, overtakenBy } = draft;
  const text = typed?.text ?? '';
  const isEmpty = text.trim() === '';
  const save = async (over: string | null) => {
    if (isEmpty || busy) return;
    setTried(true);
    if (!(await onSave(text.trim(), over))) return;
    draft.forget();
    onClose();
  };
  const saveOwn = () => (overtakenBy ? undefined : void save(typed?.from ?? null));
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) saveOwn();
  };
  const giveUp = () => {
    draft.forget();
    onClose();
  };
  return (
    <form
      className="answer-form"
      onSubmit={(event) => {
        event.preventDefault();
        saveOwn();
      }}
      onKeyDown={onKey}
    >
      <TextArea
        id={id}
        aria-label={t(`now.question.${question}`)}
        aria-describedby={`${id}-keys`}
        rows={3}
        maxLength={MOST}
        autoFocus
        value={text}
        onChange={({ target }) => {
          draft.change(target.value);
        }}
      />
      {overtakenBy && (
        <Overtaken
          {...props}
          onMine={() => void save(overtakenBy.entry)}
          onTheirs={giveUp}
          theirs={overtakenBy}
        />
      )}
      {tried && failure && !overtakenBy && <FailureNote failure={failure} />}
      {!overtakenBy && (
        <Buttons busy={busy} quick={quick} draft={draft} isEmpty={isEmpty} onDiscard={giveUp} />
      )}
      <p id={`${id}-keys`} className="now-meta">
        {t('now.keys')}
      </p>
    </form>
  );
}

type ButtonsProps = Pick<Props, 'busy' | 'quick' | 'draft'> & {
  readonly isEmpty: boolean;
  readonly onDiscard: () => void;
};

function Buttons({ busy, quick, draft, isEmpty, onDiscard }: ButtonsProps) {
  const { t } = useViewer();
  return (
    <div className="choices">
      <Button type="submit" appearance="primary" disabled={busy || isEmpty}>
        {t('now.save')}
      </Button>
      {quick.map((words) => (
        <Button
          key={words}
          onClick={() => {
            draft.change(words);
          }}
        >
          {words}
        </Button>
      ))}
      <Button appearance="link" onClick={onDiscard}>
        {t('now.discard')}
      </Button>
    </div>
  );
}

type OvertakenProps = Pick<Props, 'busy' | 'names'> & {
  readonly theirs: NonNullable<AnswerDraft['overtakenBy']>;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
};

/** Somebody answered the same question meanwhile: both texts stand there, and one chooses. */
function Overtaken({ theirs, names, busy, onMine, onTheirs }: OvertakenProps) {
  const { t } = useViewer();
  const name = names[theirs.by ?? ''] ?? t('now.somebody');
  return (
    <div className="note note-warning" role="alert">
      <p>{t('now.overtaken', { name })}</p>
      <blockquote className="theirs">{theirs.text}</blockquote>
      <div className="choices">
        <Button appearance="primary" disabled={busy} onClick={onMine}>
          {t('now.mine')}
        </Button>
        <Button onClick={onTheirs}>{t('now.theirs')}</Button>
      </div>
    </div>
  );
}
