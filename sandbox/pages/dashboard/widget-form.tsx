import { useState } from 'react';
import type { UiModule } from '../../core/contract';
import { AppFrame } from '../bridge/app-frame';
import { Widget } from '../bridge/widget';
import type { Gadget } from '../site/dashboards';
import { messageOf } from '../site/http';
import { useText } from '../text/text';

type Config = Readonly<Record<string, unknown>>;

type Props = {
  readonly gadget: Gadget;
  readonly editor: UiModule;
  readonly keep: (config: Config) => Promise<unknown>;
  readonly onSaved: () => void;
  readonly close: () => void;
};

/** The form of a widget: the app's frame, with the buttons that belong to the product. */
export function WidgetForm({ gadget, editor, keep, onSaved, close }: Props) {
  const text = useText();
  const [widget] = useState(() => new Widget(gadget.config));
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      await widget.save(String(gadget.id), keep);
      onSaved();
    } catch (cause) {
      setError(messageOf(cause));
      setBusy(false);
    }
  };
  return (
    <>
      {error !== undefined && (
        <p role="alert" className="note note-error">
          {error}
        </p>
      )}
      <AppFrame
        module={editor}
        place={{}}
        title={text('dash.configureOne', { title: gadget.title })}
        widget={widget}
      />
      <p className="form-actions">
        <button
          type="button"
          className="button button-primary"
          disabled={busy}
          onClick={() => void save()}
        >
          {text('dash.save')}
        </button>
        <button type="button" className="button button-subtle" onClick={close}>
          {text('cancel')}
        </button>
      </p>
    </>
  );
}
