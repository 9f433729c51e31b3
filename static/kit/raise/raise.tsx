import { router } from '@forge/bridge';
import { CreateIssueModal } from '@forge/jira-bridge';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { Button } from '../controls/button';
import { DropDown, TextField } from '../controls/fields';
import { createLink } from '../incident/create-link';
import { type Where } from '../lists/listed';
import { type RunningIncident, runningIncidents } from '../lists/running';
import { useSettled } from '../page/settled';
import { type Similar, similarTo } from '../lists/similar';
import { useViewer } from '../texts/texts';
import { whyText } from './why';
import './raise.css';

type Props = {
  readonly where: Where;
  /** Options of the field Faulty service, in their order. */
  readonly services: readonly { readonly id: string; readonly name: string }[];
  /** Says that whoever looks joins an incident; its page is opened after that. */
  readonly onJoin: (key: string) => Promise<unknown>;
  /** Something was raised, or may have been. */
  readonly onRaised?: () => void;
};

/** What is being typed is compared so long after the last key. */
const PAUSE_MS = 300;

/** Two questions, what runs that looks like it, and Jira's own dialog with both filled in. */
export function Raise({ where, services, onJoin, onRaised }: Props) {
  const { t } = useViewer();
  const id = useId();
  const [summary, setSummary] = useState('');
  const [service, setService] = useState('');
  const running = useRunning(where);
  const name = services.find((one) => one.id === service)?.name ?? null;
  const draft = useSettled(summary, PAUSE_MS);
  const similar =
    typeof running === 'object' ? similarTo({ summary: draft, service: name }, running) : [];
  const raise = (event: FormEvent) => {
    event.preventDefault();
    void openCreate({ where, summary, service }, onRaised);
  };
  return (
    <form className="raise" onSubmit={raise} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('raise.title')}</h2>
      <label htmlFor={`${id}-summary`}>{t('raise.summary')}</label>
      <TextField
        id={`${id}-summary`}
        value={summary}
        onChange={({ target }) => {
          setSummary(target.value);
        }}
      />
      <label htmlFor={`${id}-service`}>{t('raise.service')}</label>
      <DropDown
        id={`${id}-service`}
        value={service}
        onChange={({ target }) => {
          setService(target.value);
        }}
      >
        <option value="">{t('raise.anyService')}</option>
        {services.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </DropDown>
      <div role="status">
        {running === 'failed' && <p>{t('raise.failed')}</p>}
        {similar.length > 0 && <SimilarList similar={similar} onJoin={onJoin} />}
        {typeof running === 'object' && similar.length === 0 && (draft !== '' || name !== null) && (
          <p>{t('raise.none')}</p>
        )}
      </div>
      <Button type="submit" appearance="primary">
        {t('raise.go')}
      </Button>
    </form>
  );
}

type SimilarProps = Pick<Props, 'onJoin'> & {
  readonly similar: readonly Similar<RunningIncident>[];
};

function SimilarList({ similar, onJoin }: SimilarProps) {
  const { t } = useViewer();
  return (
    <>
      <p>{t('raise.similar')}</p>
      <ul>
        {similar.map((one) => (
          <li key={one.incident.key}>
            <span>
              <strong>{one.incident.key}</strong> {one.incident.summary} <em>{whyText(one, t)}</em>
            </span>
            <Button
              onClick={() => {
                // Who may only read cannot join, and sees it all the same.
                void onJoin(one.incident.key).finally(() =>
                  router.open(`/browse/${one.incident.key}`),
                );
              }}
            >
              {t('raise.join', { key: one.incident.key })}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Read when shown and whenever the page is looked at again. */
function useRunning(where: Where): readonly RunningIncident[] | 'failed' | undefined {
  const [running, setRunning] = useState<readonly RunningIncident[] | 'failed'>();
  useEffect(() => {
    let current = true;
    const look = () => {
      if (document.hidden) return;
      void runningIncidents(where).then((found) => {
        if (current) setRunning(found);
      });
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      current = false;
      document.removeEventListener('visibilitychange', look);
    };
  }, [where]);
  return running;
}

type Draft = { readonly where: Where; readonly summary: string; readonly service: string };

/** Jira's dialog over the page; where it does not open, its page in another tab. */
async function openCreate({ where, summary, service }: Draft, onRaised?: () => void) {
  const { projectId, issueTypeId } = where;
  const field = where.fields.faultyService;
  const chosen = field !== undefined && service !== '';
  const context = {
    projectId,
    issueTypeId,
    summary,
    ...(chosen ? { [field]: { id: service } } : {}),
  };
  try {
    await new CreateIssueModal({ context, onClose: () => onRaised?.() }).open();
  } catch {
    const fields = chosen ? { [field]: service } : {};
    await router.open(createLink({ projectId, issueTypeId, summary, fields })); // no dialog: its page does
  }
}
