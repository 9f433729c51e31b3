import { useId, useState } from 'react';
import { Button } from '../../kit/controls/button';
import { FailureNote, type Told } from '../../kit/page/failure';
import { Skeleton } from '../../kit/page/skeleton';
import { useViewer } from '../../kit/texts/texts';
import { ask } from '../ask';
import { useAnswer } from '../use-answer';
import { callOf, nowText } from './call-of';
import { Copyable } from './copyable';
import { Question } from './question';

/** How a delivery pipeline tells of deployments: where, with which secret, and a call to try it out. */
export function DeploymentsDoor() {
  const { t } = useViewer();
  const id = useId();
  const [at] = useState(nowText);
  const { value: door, failure, reload } = useAnswer('getDeploymentDoor');
  const example = {
    test: true,
    id: 'shop-1342',
    name: 'shop 4.17.0',
    at,
    service: 'Checkout',
    environment: 'production',
    by: 'Delivery',
    address: 'https://ci.example.com/1342',
  };
  return (
    <section className="stack" aria-labelledby={id}>
      <h3 id={id}>{t('admin.deployments.title')}</h3>
      <p className="hint">{t('admin.deployments.hint')}</p>
      {!door && !failure && <Skeleton lines={3} />}
      {failure && <FailureNote failure={failure} onRetry={reload} />}
      {door && (
        <>
          <Copyable label={t('admin.alerts.address')} text={door.address} />
          <Secret hasSecret={door.hasSecret} />
          <details>
            <summary>{t('admin.alerts.example')}</summary>
            <p className="hint">{t('admin.deployments.exampleHint')}</p>
            <Copyable
              label={t('admin.alerts.call')}
              text={callOf(door.address, 'DEPLOYMENT_SECRET', example)}
            />
          </details>
        </>
      )}
    </section>
  );
}

/** The secret is shown right after it was made, and never again; a new one is asked about, because it ends the old one. */
function Secret({ hasSecret }: { readonly hasSecret: boolean }) {
  const { t } = useViewer();
  const [secret, setSecret] = useState<string>();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Told>();
  const isThere = hasSecret || secret !== undefined;
  const make = async () => {
    setBusy(true);
    const reply = await ask('renewDeploymentSecret');
    setBusy(false);
    setAsking(false);
    setFailure(reply.ok ? undefined : reply);
    if (reply.ok) setSecret(reply.value.secret);
  };
  return (
    <div className="stack">
      <div role="status" className="stack">
        {secret !== undefined && <ShownOnce secret={secret} />}
        {secret === undefined && (
          <p>{t(isThere ? 'admin.alerts.secretThere' : 'admin.deployments.secretNone')}</p>
        )}
      </div>
      {asking ? (
        <Question
          label={t('admin.alerts.renew')}
          text={t('admin.alerts.renewAsk')}
          yes={t('admin.alerts.renewYes')}
          no={t('admin.alerts.renewNo')}
          busy={busy}
          onYes={() => void make()}
          onNo={() => {
            setAsking(false);
          }}
        />
      ) : (
        <div className="buttons">
          <Button
            disabled={busy}
            onClick={() => {
              if (isThere) setAsking(true);
              else void make();
            }}
          >
            {t(isThere ? 'admin.alerts.renew' : 'admin.alerts.make')}
          </Button>
        </div>
      )}
      {failure && <FailureNote failure={failure} />}
    </div>
  );
}

/** A secret right after it was made. */
export function ShownOnce({ secret }: { readonly secret: string }) {
  const { t } = useViewer();
  return (
    <>
      <Copyable label={t('admin.alerts.secret')} text={secret} />
      <p className="note note-warning">{t('admin.alerts.secretOnce')}</p>
    </>
  );
}
