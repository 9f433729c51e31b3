import { useId, useState } from 'react';
import { type AlertDoorView } from '../../../src/contract/admin';
import { Button } from '../../kit/controls/button';
import { FailureNote, type Told } from '../../kit/page/failure';
import { useViewer } from '../../kit/texts/texts';
import { ask } from '../ask';
import { AlertRule } from './alert-rule';
import { Copyable } from './copyable';
import { ShownOnce } from './door';
import { LeftAlerts } from './left-alerts';
import { Question } from './question';
import { Recipe } from './recipe';

type Props = {
  readonly door: AlertDoorView;
  /** Where it was made a moment ago. */
  readonly secret: string | undefined;
  readonly onSecret: (door: AlertDoorView, secret: string) => void;
  readonly onRemoved: () => void;
  readonly onRuled: () => void;
};

/** One tool's way in: where, with which secret, and a call to try it out. */
export function AlertDoor({ door, secret, onSecret, onRemoved, onRuled }: Props) {
  const { t } = useViewer();
  const id = useId();
  const name = door.name ?? t('admin.alerts.firstName');
  return (
    <div className="stack" role="group" aria-labelledby={id}>
      <h4 id={id}>{name}</h4>
      <Copyable label={t('admin.alerts.address')} text={door.address} />
      <div role="status" className="stack">
        {secret !== undefined && <ShownOnce secret={secret} />}
        {secret === undefined && (
          <p>{t(door.hasSecret ? 'admin.alerts.secretThere' : 'admin.alerts.secretNone')}</p>
        )}
      </div>
      <DoorActions door={door} name={name} onSecret={onSecret} onRemoved={onRemoved} />
      <AlertRule door={door} name={name} onRuled={onRuled} />
      <LeftAlerts door={door.id} />
      <Recipe address={door.address} />
    </div>
  );
}

type ActionProps = Omit<Props, 'secret' | 'onRuled'> & { readonly name: string };

/** Both end a secret that a tool may use, so both are asked about. */
function DoorActions({ door, name, onSecret, onRemoved }: ActionProps) {
  const { t } = useViewer();
  const [asking, setAsking] = useState<'renew' | 'remove'>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Told>();
  const renew = async () => {
    const reply = await ask('renewAlertSecret', { door: door.id });
    if (reply.ok) onSecret(reply.value.door, reply.value.secret);
    return reply;
  };
  const remove = async () => {
    const reply = await ask('removeAlertDoor', { door: door.id });
    if (reply.ok) onRemoved();
    return reply;
  };
  const act = async (what: 'renew' | 'remove') => {
    setBusy(true);
    const reply = await (what === 'renew' ? renew() : remove());
    setBusy(false);
    setAsking(undefined);
    setFailure(reply.ok ? undefined : reply);
  };
  return (
    <>
      {asking && (
        <Question
          label={t(`admin.alerts.${asking}`)}
          text={t(`admin.alerts.${asking}Ask`, { name })}
          yes={t(`admin.alerts.${asking}Yes`)}
          no={t(`admin.alerts.${asking}No`)}
          busy={busy}
          onYes={() => void act(asking)}
          onNo={() => {
            setAsking(undefined);
          }}
        />
      )}
      {!asking && (
        <div className="buttons">
          {(['renew', 'remove'] as const).map((what) => (
            <Button
              key={what}
              disabled={busy}
              aria-label={t(`admin.alerts.${what}Of`, { name })}
              onClick={() => {
                setAsking(what);
              }}
            >
              {t(`admin.alerts.${what}`)}
            </Button>
          ))}
        </div>
      )}
      {failure && <FailureNote failure={failure} />}
    </>
  );
}
