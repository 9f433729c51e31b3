import { useId, useState } from 'react';
import { Button } from '../../kit/controls/button';
import { FailureNote, type Told } from '../../kit/page/failure';
import { Skeleton } from '../../kit/page/skeleton';
import { useViewer } from '../../kit/texts/texts';
import { ask } from '../ask';
import { useAnswer } from '../use-answer';
import { Copyable } from './copyable';

type Props = {
  readonly look: 'getAlertDoor' | 'getDeploymentDoor';
  readonly renew: 'renewAlertSecret' | 'renewDeploymentSecret';
  readonly words: {
    readonly title: string;
    readonly hint: string;
    /** There is no secret yet, and what follows from it. */
    readonly none: string;
    readonly exampleHint: string;
  };
  /** Name of the shell's variable that the example takes the secret from. */
  readonly variable: string;
  /** Body of the example. */
  readonly example: object;
};

/** How a tool outside tells us something: where, with which secret, and a call to try it out. */
export function Door({ look, renew, words, variable, example }: Props) {
  const { t } = useViewer();
  const id = useId();
  const { value: door, failure, reload } = useAnswer(look);
  return (
    <section className="stack" aria-labelledby={id}>
      <h3 id={id}>{words.title}</h3>
      <p className="hint">{words.hint}</p>
      {!door && !failure && <Skeleton lines={3} />}
      {failure && <FailureNote failure={failure} onRetry={reload} />}
      {door && (
        <>
          <Copyable label={t('admin.alerts.address')} text={door.address} />
          <Secret hasSecret={door.hasSecret} renew={renew} none={words.none} />
          <details>
            <summary>{t('admin.alerts.example')}</summary>
            <p className="hint">{words.exampleHint}</p>
            <Copyable
              label={t('admin.alerts.call')}
              text={callOf(door.address, variable, example)}
            />
          </details>
        </>
      )}
    </section>
  );
}

type SecretProps = Pick<Props, 'renew'> & { readonly hasSecret: boolean; readonly none: string };

/** The secret is shown right after it was made, and never again; a new one is asked about, because it ends the old one. */
function Secret({ hasSecret, renew, none }: SecretProps) {
  const { t } = useViewer();
  const [secret, setSecret] = useState<string>();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Told>();
  const isThere = hasSecret || secret !== undefined;
  const make = async () => {
    setBusy(true);
    const reply = await ask(renew);
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
        {secret === undefined && <p>{isThere ? t('admin.alerts.secretThere') : none}</p>}
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
        <Button appearance="warning" disabled={busy} autoFocus onClick={onYes}>
          {t('admin.alerts.renewYes')}
        </Button>
        <Button appearance="subtle" disabled={busy} onClick={onNo}>
          {t('admin.alerts.renewNo')}
        </Button>
      </div>
    </div>
  );
}

function callOf(address: string, variable: string, body: object): string {
  return [
    `curl -X POST '${address}' \\`,
    `  -H "Authorization: Bearer $${variable}" \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${JSON.stringify(body).replaceAll("'", "'\\''")}'`,
  ].join('\n');
}
