import { useId, useState } from 'react';
import { Button } from '../../kit/controls/button';
import { TextField } from '../../kit/controls/fields';
import { useDraft } from '../../kit/page/draft';
import { FailureNote } from '../../kit/page/failure';
import { useViewer } from '../../kit/texts/texts';
import { type TabProps } from '../tab-props';

type Props = Pick<TabProps, 'busy' | 'failure'> & {
  /** What is typed, for the draft that survives a reload. */
  readonly field: string;
  /** What is added, on the button that opens the line. */
  readonly label: string;
  /** The same with what it belongs to, for screen readers. */
  readonly name?: string;
  readonly isLink?: boolean;
  readonly onAdd: (text: string) => Promise<boolean>;
};

const MOST = 2000;

/** A button that becomes a line to type in. What was typed stays until it is sent. */
export function AddLine(props: Props) {
  const { field, label, name, isLink } = props;
  const [text, setText, forget] = useDraft(field, '');
  const [isOpen, setOpen] = useState(text !== '');
  if (isOpen)
    return <Line {...props} text={text} setText={setText} forget={forget} setOpen={setOpen} />;
  return (
    <Button
      appearance={isLink ? 'link' : 'default'}
      aria-label={name}
      onClick={() => {
        setOpen(true);
      }}
    >
      {label}
    </Button>
  );
}

type LineProps = Props & {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly forget: () => void;
  readonly setOpen: (isOpen: boolean) => void;
};

/** Enter adds, Escape leaves. */
function Line({ label, name, busy, failure, onAdd, text, setText, forget, setOpen }: LineProps) {
  const { t } = useViewer();
  const id = useId();
  const [tried, setTried] = useState(false);
  const isEmpty = text.trim() === '';
  const add = async () => {
    if (isEmpty || busy) return;
    setTried(true);
    if (!(await onAdd(text.trim()))) return;
    forget();
    setOpen(false);
  };
  return (
    <form
      className="add-line"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false);
      }}
    >
      <label htmlFor={id}>{name ?? label}</label>
      <div className="add-row">
        <TextField
          id={id}
          type="text"
          maxLength={MOST}
          autoFocus
          value={text}
          onChange={({ target }) => {
            setText(target.value);
          }}
        />
        <Button type="submit" appearance="primary" disabled={busy || isEmpty}>
          {t('now.add')}
        </Button>
        <Button
          appearance="link"
          onClick={() => {
            forget();
            setOpen(false);
          }}
        >
          {t('now.discard')}
        </Button>
      </div>
      {tried && failure && <FailureNote failure={failure} />}
    </form>
  );
}
