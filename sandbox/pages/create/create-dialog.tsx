import type { CreateRequest } from '../bridge/frame';
import { Dialog } from '../shell/dialog';
import { useText } from '../text/text';
import { CreateForm } from './create-form';

type Props = { readonly request: CreateRequest; readonly onDone: () => void };

/** The create dialog over any page. */
export function CreateDialog({ request, onDone }: Props) {
  const text = useText();
  const close = (made: readonly string[]) => {
    onDone();
    request.onClose(made);
  };
  const cancel = () => {
    close([]);
  };
  return (
    <Dialog title={text('create.plain')} onClose={cancel} className="dialog-form">
      <CreateForm
        prefill={request.prefill}
        onDone={(issueId) => {
          close([issueId]);
        }}
        onCancel={cancel}
      />
    </Dialog>
  );
}
