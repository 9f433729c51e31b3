import { useId, useState } from 'react';
import { type AlertDoorView } from '../../../src/contract/admin';
import { Button } from '../../kit/controls/button';
import { TextField } from '../../kit/controls/fields';
import { FailureNote, type Told } from '../../kit/page/failure';
import { Skeleton } from '../../kit/page/skeleton';
import { useViewer } from '../../kit/texts/texts';
import { ask } from '../ask';
import { useAnswer } from '../use-answer';
import { AlertDoor } from './alert-door';

/** How monitoring tools declare incidents: each by a door of its own. */
export function Alerts() {
  const { t } = useViewer();
  const id = useId();
  const { value: doors, failure, reload } = useAnswer('getAlertDoors');
  // Told when they are made, and not again.
  const [secrets, setSecrets] = useState<Readonly<Record<string, string>>>({});
  const keep = (door: AlertDoorView, secret: string) => {
    setSecrets((others) => ({ ...others, [door.id]: secret }));
    reload();
  };
  return (
    <section className="stack" aria-labelledby={id}>
      <h3 id={id}>{t('admin.alerts.title')}</h3>
      <p className="hint">{t('admin.alerts.hint')}</p>
      {!doors && !failure && <Skeleton lines={3} />}
      {failure && <FailureNote failure={failure} onRetry={reload} />}
      {doors?.length === 0 && <p>{t('admin.alerts.none')}</p>}
      {doors?.map((door) => (
        <AlertDoor
          key={door.id}
          door={door}
          secret={secrets[door.id]}
          onSecret={keep}
          onRemoved={reload}
          onRuled={reload}
        />
      ))}
      {doors && <AddDoor isFirst={doors.length === 0} onAdded={keep} />}
    </section>
  );
}

type AddProps = {
  readonly isFirst: boolean;
  readonly onAdded: (door: AlertDoorView, secret: string) => void;
};

/** A name, and the tool has a door. */
function AddDoor({ isFirst, onAdded }: AddProps) {
  const { t } = useViewer();
  const id = useId();
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Told>();
  const add = async () => {
    setBusy(true);
    const reply = await ask('addAlertDoor', { name });
    setBusy(false);
    setFailure(reply.ok ? undefined : reply);
    if (!reply.ok) return;
    setName('');
    onAdded(reply.value.door, reply.value.secret);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <label htmlFor={id}>{t('admin.alerts.name')}</label>
      <TextField
        id={id}
        type="text"
        maxLength={80}
        placeholder={t('admin.alerts.nameExample')}
        value={name}
        onChange={({ target }) => {
          setName(target.value);
        }}
      />
      <div className="buttons">
        <Button type="submit" disabled={busy || name.trim() === ''}>
          {t(isFirst ? 'admin.alerts.addFirst' : 'admin.alerts.add')}
        </Button>
      </div>
      {failure && <FailureNote failure={failure} />}
    </form>
  );
}
