import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { FailureNote, type Told } from '../../kit/failure';
import { Skeleton } from '../../kit/skeleton';
import { useViewer } from '../../kit/texts';
import { ask } from '../ask';
import { useAnswer } from '../use-answer';
import { Copyable } from './copyable';

/** How a monitoring tool declares incidents: where, with which secret, and a call to try it out. */
export function Alerts() {
  const { t } = useViewer();
  const { value: door, failure, reload } = useAnswer('getAlertDoor');
  return (
    <section className="stack" aria-labelledby="alerts-title">
      <h3 id="alerts-title">{t('admin.alerts.title')}</h3>
      <p className="hint">{t('admin.alerts.hint')}</p>
      {!door && !failure && <Skeleton lines={3} />}
      {failure && <FailureNote failure={failure} onRetry={reload} />}
      {door && (
        <>
          <Copyable label={t('admin.alerts.address')} text={door.address} />
          <Secret hasSecret={door.hasSecret} />
          <details>
            <summary>{t('admin.alerts.example')}</summary>
            <p className="hint">{t('admin.alerts.exampleHint')}</p>
            <Copyable
              label={t('admin.alerts.call')}
              text={exampleFor(door.address, t('admin.alerts.sample'))}
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
    const reply = await ask('renewAlertSecret');
    setBusy(false);
    setAsking(false);
    setFailure(reply.ok ? undefined : reply);
    if (reply.ok) setSecret(reply.value.secret);
  };
  return (
    <div className="stack">
      <div role="status" className="stack">
        {secret !== undefined && (
          <>
            <Copyable label={t('admin.alerts.secret')} text={secret} />
            <p className="note note-warning">{t('admin.alerts.secretOnce')}</p>
          </>
        )}
        {secret === undefined && (
          <p>{t(isThere ? 'admin.alerts.secretThere' : 'admin.alerts.secretNone')}</p>
        )}
      </div>
      {asking ? (
        <RenewQuestion
          busy={busy}
          onYes={() => void make()}
          onNo={() => {
            setAsking(false);
          }}
        />
      ) : (
        <div className="buttons">
          <Button
            isDisabled={busy}
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

type QuestionProps = {
  readonly busy: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
};

function RenewQuestion({ busy, onYes, onNo }: QuestionProps) {
  const { t } = useViewer();
  return (
    <div className="note note-warning" role="group" aria-label={t('admin.alerts.renew')}>
      <p>{t('admin.alerts.renewAsk')}</p>
      <div className="buttons">
        <Button appearance="warning" isDisabled={busy} autoFocus onClick={onYes}>
          {t('admin.alerts.renewYes')}
        </Button>
        <Button appearance="subtle" isDisabled={busy} onClick={onNo}>
          {t('admin.alerts.renewNo')}
        </Button>
      </div>
    </div>
  );
}

function exampleFor(address: string, summary: string): string {
  const body = {
    ...{ test: true, alertId: 'try-1', summary, severity: 1 },
    ...{ detected: new Date().toISOString().replace(/\.\d+/, ''), source: 'monitoring' },
  };
  return [
    `curl -X POST '${address}' \\`,
    `  -H "Authorization: Bearer $ALERT_SECRET" \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${JSON.stringify(body).replaceAll("'", "'\\''")}'`,
  ].join('\n');
}
