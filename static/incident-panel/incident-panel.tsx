import { useState } from 'react';
import { type IncidentView } from '../../src/contract';
import { Clock } from '../kit/clock';
import { minutesText } from '../kit/durations';
import { FailureNote } from '../kit/failure';
import { useIncident } from '../kit/incident';
import { NextStep } from '../kit/next';
import { PhaseSign, SeveritySign } from '../kit/signs';
import { Skeleton } from '../kit/skeleton';
import { useViewer } from '../kit/texts';
import { Times } from './times';

/** The response to one incident: what is so, what is due next, and the times it is measured by. */
export function IncidentPanel() {
  const { incident, failure, busy, reload, take, setTimes } = useIncident();
  // The side-bar's "another time" opens us where the times are edited.
  const { openedWith } = useViewer();
  const [editing, setEditing] = useState(openedWith?.['at'] === 'times');
  if (!incident) {
    return failure ? <FailureNote failure={failure} onRetry={reload} /> : <Skeleton lines={8} />;
  }
  return (
    <div className="panel">
      <Head incident={incident} />
      <NextStep
        incident={incident}
        busy={busy}
        actions={{ take, setTimes }}
        onEditTimes={() => {
          setEditing(true);
        }}
      />
      {failure && !editing && <FailureNote failure={failure} />}
      <ReadOnlyNote incident={incident} />
      <Times
        incident={incident}
        editing={editing && incident.mayEdit}
        busy={busy}
        failure={failure}
        onEdit={setEditing}
        onSave={setTimes}
      />
      <Figures incident={incident} />
    </div>
  );
}

function Head({ incident }: { incident: IncidentView }) {
  return (
    <div className="head">
      <div className="head-what">
        <div className="signs">
          <SeveritySign severity={incident.severity} />
          <PhaseSign phase={incident.phase} />
        </div>
        <h1>
          <span className="key">{incident.key}</span> {incident.summary}
        </h1>
        <LeaderLine incident={incident} />
      </div>
      <Clock incident={incident} />
    </div>
  );
}

function LeaderLine({ incident: { incidentManager } }: { incident: IncidentView }) {
  const { t } = useViewer();
  return (
    <p className="leader">
      {t('people.incidentManager')}: <strong>{incidentManager?.name ?? t('people.nobody')}</strong>
    </p>
  );
}

function ReadOnlyNote({ incident }: { incident: IncidentView }) {
  const { t } = useViewer();
  return incident.mayEdit ? null : <p className="note note-quiet">{t('panel.mayNotEdit')}</p>;
}

function Figures({ incident: { figures } }: { incident: IncidentView }) {
  return (
    <div className="figures">
      <Figure name="ttd" minutes={figures.ttdMinutes} />
      <Figure name="ttr" minutes={figures.ttrMinutes} />
    </div>
  );
}

function Figure({ name, minutes }: { name: 'ttd' | 'ttr'; minutes: number | null }) {
  const { t } = useViewer();
  return (
    <section className="figure" aria-label={t(`figures.${name}`)}>
      <h2>{t(`figures.${name}`)}</h2>
      <p className={minutes === null ? 'figure-unknown' : 'figure-value'}>
        {minutes === null ? t('figures.unknown') : minutesText(minutes, t)}
      </p>
      <p className="figure-definition">{t(`figures.${name}From`)}</p>
    </section>
  );
}
