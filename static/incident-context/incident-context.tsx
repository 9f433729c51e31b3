import { Modal } from '@forge/bridge';
import { type IncidentView } from '../../src/contract';
import { Clock } from '../kit/clock';
import { minutesText } from '../kit/durations';
import { FailureNote } from '../kit/failure';
import { useIncident } from '../kit/incident';
import { NextStep } from '../kit/next';
import { PhaseSign, SeveritySign } from '../kit/signs';
import { Skeleton } from '../kit/skeleton';
import { useViewer } from '../kit/texts';

/** The incident in a glance beside its issue: how bad, since when, who leads, what is due next. */
export function IncidentContext() {
  const { incident, failure, busy, reload, take, setTimes } = useIncident();
  if (!incident) {
    return failure ? <FailureNote failure={failure} onRetry={reload} /> : <Skeleton lines={4} />;
  }
  return (
    <div className="context">
      <div className="signs">
        <SeveritySign severity={incident.severity} />
        <PhaseSign phase={incident.phase} />
      </div>
      <Clock incident={incident} />
      <Leader incident={incident} />
      {incident.phase === 'resolved' && <Figures incident={incident} />}
      {failure && <FailureNote failure={failure} />}
      <NextStep
        incident={incident}
        busy={busy}
        actions={{ take, setTimes }}
        onEditTimes={() => openResponse('times')}
      />
      <OpenResponse />
    </div>
  );
}

function Leader({ incident: { incidentManager } }: { incident: IncidentView }) {
  const { t } = useViewer();
  return (
    <dl className="pair">
      <dt title={t('people.incidentManager')}>{t('people.incidentManager')}</dt>
      <dd>{incidentManager?.name ?? <em>{t('people.nobody')}</em>}</dd>
    </dl>
  );
}

function Figures({ incident: { figures } }: { incident: IncidentView }) {
  const { t } = useViewer();
  const shown = (minutes: number | null) =>
    minutes === null ? <em>{t('figures.unknown')}</em> : minutesText(minutes, t);
  return (
    <dl className="pair">
      <dt title={t('figures.ttdFrom')}>{t('figures.ttd')}</dt>
      <dd>{shown(figures.ttdMinutes)}</dd>
      <dt title={t('figures.ttrFrom')}>{t('figures.ttr')}</dt>
      <dd>{shown(figures.ttrMinutes)}</dd>
    </dl>
  );
}

function OpenResponse() {
  const { t } = useViewer();
  return (
    <button type="button" className="button button-wide" onClick={() => openResponse()}>
      {t('panel.open')}
    </button>
  );
}

/** The whole response in a dialog: the panel itself stays hidden in Jira until somebody adds it to the issue. */
function openResponse(at?: 'times'): void {
  void new Modal({ resource: 'incident-panel', size: 'large', context: { at } }).open();
}
