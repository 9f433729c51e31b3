import { useId, useState, type FormEvent } from 'react';
import { Dialog } from '../shell/dialog';
import { useText } from '../text/text';

type Props = {
  readonly title: string;
  readonly name: string;
  readonly onClose: () => void;
  /** @returns whether the name was taken. */
  readonly onName: (name: string) => Promise<boolean>;
};

/** Asks for a name. */
export function NameDialog({ title, name, onClose, onName }: Props) {
  const text = useText();
  const id = useId();
  const [typed, setTyped] = useState(name);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== '' && (await onName(typed.trim()))) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose} className="dialog-form">
      <form onSubmit={(event) => void submit(event)}>
        <div className="dialog-body">
          <label className="label" htmlFor={id}>
            {text('dash.name')}
          </label>
          <input
            id={id}
            className="input"
            required
            maxLength={255}
            value={typed}
            onChange={({ target }) => {
              setTyped(target.value);
            }}
          />
        </div>
        <footer className="dialog-foot">
          <button type="button" className="button button-subtle" onClick={onClose}>
            {text('cancel')}
          </button>
          <button type="submit" className="button button-primary">
            {text('dash.save')}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
