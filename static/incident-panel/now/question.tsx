import { type ReactNode, useState } from 'react';
import { Button } from '../../kit/controls/button';
import { momentText } from '../../kit/texts/moments';
import { useViewer } from '../../kit/texts/texts';
import { type TabProps } from '../tab-props';
import { AnswerEditor } from './answer-editor';
import { type Asked, useAnswerDraft } from './use-answer';

type RowProps = { readonly question: string; readonly children: ReactNode };

/** One of the questions and what is known of it. */
export function Row({ question, children }: RowProps) {
  return (
    <li className="question">
      <h3>{question}</h3>
      {children}
    </li>
  );
}

type Props = Pick<TabProps, 'incident' | 'busy' | 'failure' | 'actions' | 'names'> & {
  readonly question: Asked;
};

/** A question that is answered in words: the answer, who gave it and when, changed in place. */
export function Question({ question, ...props }: Props) {
  const { incident, busy, failure, actions, names } = props;
  const { t } = useViewer();
  const draft = useAnswerDraft(incident, question);
  // What was typed before a reload stands there again.
  const [isOpen, setOpen] = useState(draft.typed !== null);
  const quick = question === 'affected' ? [t('now.some'), t('now.all')] : [];
  const answer = incident.response.answers[question];
  const say = (text: string, from: string | null) =>
    actions.say({ kind: 'answer', question, text, from });
  const open = (text: string) => {
    if (draft.typed === null) draft.begin(text);
    setOpen(true);
  };
  if (isOpen && incident.mayEdit) {
    return (
      <Row question={t(`now.question.${question}`)}>
        <AnswerEditor
          question={question}
          draft={draft}
          busy={busy}
          failure={failure}
          names={names}
          quick={quick}
          onSave={say}
          onClose={() => {
            // What says the same as before is nothing to go on with.
            if (draft.typed?.text === (answer?.text ?? '')) draft.forget();
            setOpen(false);
          }}
        />
      </Row>
    );
  }
  return (
    <Row question={t(`now.question.${question}`)}>
      <Said incident={incident} names={names} question={question} />
      {incident.mayEdit && (
        <Choices
          question={question}
          busy={busy}
          quick={quick}
          state={draft.typed !== null ? 'goOn' : answer ? 'change' : 'answer'}
          onOpen={(text) => {
            open(text ?? answer?.text ?? '');
          }}
          onUnknown={() => void say(t('now.unknown'), null)}
        />
      )}
    </Row>
  );
}

type ChoicesProps = Pick<Props, 'question' | 'busy'> & {
  readonly quick: readonly string[];
  readonly state: 'goOn' | 'change' | 'answer';
  /** @param text to begin with, where that is not what stands there */
  readonly onOpen: (text?: string) => void;
  readonly onUnknown: () => void;
};

/** What can be done about an answer where nobody is writing one. */
function Choices({ question, busy, quick, state, onOpen, onUnknown }: ChoicesProps) {
  const { t } = useViewer();
  const isNew = state === 'answer';
  const about = (action: string) =>
    t('now.of', { action, question: t(`now.question.${question}`) });
  return (
    <div className="choices">
      {isNew &&
        quick.map((words) => (
          <Button
            key={words}
            aria-label={about(words)}
            onClick={() => {
              onOpen(words);
            }}
          >
            {words}
          </Button>
        ))}
      <Button
        appearance={state === 'change' ? 'link' : 'default'}
        aria-label={about(t(`now.${state}`))}
        onClick={() => {
          onOpen();
        }}
      >
        {t(`now.${state}`)}
      </Button>
      {isNew && (
        <Button
          appearance="link"
          aria-label={about(t('now.unknown'))}
          disabled={busy}
          onClick={onUnknown}
        >
          {t('now.unknown')}
        </Button>
      )}
    </div>
  );
}

function Said({ incident, names, question }: Pick<Props, 'incident' | 'names' | 'question'>) {
  const viewer = useViewer();
  const { t } = viewer;
  const answer = incident.response.answers[question];
  if (!answer) {
    return (
      <p>
        <em>{t('now.unanswered')}</em>
      </p>
    );
  }
  const time = momentText(answer.at, viewer, Date.parse(incident.now));
  return (
    <>
      <p className="words">{answer.text}</p>
      <p className="now-meta">
        {t('now.by', { name: names[answer.by ?? ''] ?? t('now.somebody'), time })}
      </p>
    </>
  );
}
