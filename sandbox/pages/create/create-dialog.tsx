import { Dialog } from '../shell/dialog';
import { useText } from '../text/text';
import { CreateForm } from './create-form';

/** The create dialog over any page. */
export function CreateDialog({ onClose, project }: { onClose: () => void; project?: string }) {
  const text = useText();
  return (
    <Dialog title={text('create.plain')} onClose={onClose} className="dialog-form">
      <CreateForm
        prefill={project === undefined ? {} : { pid: project }}
        onDone={onClose}
        onCancel={onClose}
      />
    </Dialog>
  );
}
