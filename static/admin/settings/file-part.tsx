import { useState } from 'react';
import { type FileFault, type FileView, type Settings } from '../../../src/contract/admin';
import { Button } from '../../kit/controls/button';
import { FailureNote, type Told } from '../../kit/page/failure';
import { useViewer } from '../../kit/texts/texts';
import { ask } from '../ask';

type Props = { readonly unsaved: boolean; readonly onRead: (draft: Settings) => void };

/** The platform takes no longer question. */
const MOST_BYTES = 400 * 1024;

/** The settings as a file, out and in. */
export function FilePart({ unsaved, onRead }: Props) {
  const { t } = useViewer();
  const [failure, setFailure] = useState<Told>();
  const [read, setRead] = useState<{ name: string; view: FileView }>();
  const [busy, setBusy] = useState(false);
  const take = async (file: File) => {
    setBusy(true);
    setFailure(undefined);
    const answer =
      file.size > MOST_BYTES
        ? { ok: true as const, value: { faults: [{ code: 'too-large' as const }] } }
        : await ask('readSettingsFile', { text: await file.text() });
    setBusy(false);
    if (!answer.ok) {
      setFailure(answer);
      return;
    }
    setRead({ name: file.name, view: answer.value });
    if ('draft' in answer.value) onRead(answer.value.draft);
  };
  const save = async () => {
    const answer = await ask('getSettingsFile');
    if (answer.ok) download(answer.value.text);
    else setFailure(answer);
  };
  return (
    <div className="part">
      <p className="part-intro">{t('settings.file.intro')}</p>
      <Button onClick={() => void save()}>{t('settings.file.export')}</Button>
      {unsaved && <p className="field-help">{t('settings.file.savedOnly')}</p>}
      <div className="cell">
        <label className="file-label" htmlFor="settings-file">
          {t('settings.file.import')}
        </label>
        <input
          id="settings-file"
          type="file"
          accept="application/json,.json"
          disabled={busy || unsaved}
          aria-describedby="settings-file-help"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void take(file);
            event.target.value = ''; // the same file can be chosen again once it was mended
          }}
        />
        <p id="settings-file-help" className="field-help">
          {t(unsaved ? 'settings.file.first' : 'settings.file.help')}
        </p>
      </div>
      {failure && <FailureNote failure={failure} />}
      {read && <Outcome {...read} />}
    </div>
  );
}

function Outcome({ name, view }: { name: string; view: FileView }) {
  const { t } = useViewer();
  if ('draft' in view) {
    const text = view.changes.length > 0 ? 'settings.file.read' : 'settings.file.same';
    return <p role="status">{t(text, { name, n: view.changes.length })}</p>;
  }
  return (
    <div className="note note-error" role="alert">
      <p>{t('settings.file.bad', { name })}</p>
      <ul>
        {view.faults.map((fault) => (
          <li key={`${fault.code}${fault.where}`}>{faultText(fault, t)}</li>
        ))}
      </ul>
    </div>
  );
}

function faultText({ code, where = '' }: FileFault, t: ReturnType<typeof useViewer>['t']): string {
  return t(`settings.file.fault.${code}`, { where });
}

function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), {
    href: address,
    download: 'hot-settings.json',
  });
  link.click();
  URL.revokeObjectURL(address);
}
