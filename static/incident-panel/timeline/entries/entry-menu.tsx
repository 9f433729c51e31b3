import { useId, useState } from 'react';
import { Button } from '../../../kit/controls/button';
import { useViewer } from '../../../kit/texts/texts';
import { CopyText } from './copy-text';
import { CorrectForm } from './correct-form';
import { textOf, whoIn } from '../exporting/exports';
import { hasWords, type Row } from '../rows';
import { type Telling } from '../telling';
import { clockText } from '../times';

export type EntryActions = {
  readonly correct: (entry: string, moment: number) => Promise<boolean>;
  readonly redact: (entry: string) => Promise<boolean>;
};

type Props = {
  readonly row: Row;
  readonly telling: Telling;
  readonly actions: EntryActions;
  readonly mayEdit: boolean;
  readonly busy: boolean;
};

type Open = 'menu' | 'correct' | 'redact' | 'copy';

/** What can be done with one line. */
export function EntryMenu(props: Props) {
  const { row, telling, actions, busy } = props;
  const { t } = telling.viewer;
  const [open, setOpen] = useState<Open>();
  const id = useId();
  const time = clockText(row.at, telling.viewer);
  const close = () => {
    setOpen(undefined);
  };
  return (
    <div
      className="entry-menu"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) {
          event.stopPropagation();
          close();
          document.getElementById(id)?.focus();
        }
      }}
    >
      <Button
        id={id}
        appearance="link"
        className="entry-menu-button"
        aria-label={t('timeline.menu.label', { time })}
        aria-expanded={open !== undefined}
        onClick={() => {
          setOpen(open ? undefined : 'menu');
        }}
      >
        ⋯
      </Button>
      {open === 'menu' && <Choices {...props} onChoose={setOpen} />}
      {open === 'correct' && (
        <CorrectForm
          row={row}
          busy={busy}
          telling={telling}
          onSave={(moment) => actions.correct(row.entry.id, moment)}
          onClose={close}
        />
      )}
      {open === 'redact' && (
        <RedactQuestion busy={busy} onRedact={() => actions.redact(row.entry.id)} onClose={close} />
      )}
      {open === 'copy' && (
        <CopyText text={`${time} ${whoIn(row, telling)}: ${textOf(row, telling)}`} />
      )}
    </div>
  );
}

function Choices({ row, mayEdit, onChoose }: Props & { readonly onChoose: (open: Open) => void }) {
  const { t } = useViewer();
  const choices = [
    ...(mayEdit ? (['correct'] as const) : []),
    ...(mayEdit && hasWords(row) ? (['redact'] as const) : []),
    'copy' as const,
  ];
  return (
    <div className="choices entry-choices">
      {choices.map((one) => (
        <Button
          key={one}
          onClick={() => {
            onChoose(one);
          }}
        >
          {t(`timeline.menu.${one}`)}
        </Button>
      ))}
    </div>
  );
}

type RedactProps = {
  readonly busy: boolean;
  readonly onRedact: () => Promise<boolean>;
  readonly onClose: () => void;
};

/** Asked once: it cannot be taken back. */
function RedactQuestion({ busy, onRedact, onClose }: RedactProps) {
  const { t } = useViewer();
  const id = useId();
  return (
    <div className="entry-ask" role="group" aria-labelledby={id}>
      <p id={id} className="entry-ask-title">
        {t('timeline.redact.title')}
      </p>
      <p>{t('timeline.redact.help')}</p>
      <div className="form-buttons">
        <Button
          appearance="primary"
          disabled={busy}
          onClick={() => {
            void onRedact().then((done) => {
              if (done) onClose();
            });
          }}
        >
          {t('timeline.redact.do')}
        </Button>
        <Button onClick={onClose}>{t('timeline.redact.cancel')}</Button>
      </div>
    </div>
  );
}
