import { type IncidentView } from '../../src/contract';
import { Clock } from '../kit/incident/clock';
import { momentText } from '../kit/texts/moments';
import { type Names } from '../kit/jira/people';
import { PhaseSign, SeveritySign } from '../kit/incident/signs';
import { useViewer } from '../kit/texts/texts';
import { UpdateDue } from '../kit/incident/update-due';

type Props = { readonly incident: IncidentView; readonly names: Names };

/** How bad, since when, who leads; and who stands by the severity. */
export function Head({ incident, names }: Props) {
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
        <ConfirmedLine incident={incident} names={names} />
        <CancelledNote incident={incident} names={names} />
      </div>
      <div className="head-clock">
        <Clock incident={incident} />
        <UpdateDue incident={incident} />
      </div>
    </div>
  );
}

function LeaderLine({ incident: { incidentManager } }: Pick<Props, 'incident'>) {
  const { t } = useViewer();
  return (
    <p className="leader">
      {t('people.incidentManager')}: <strong>{incidentManager?.name ?? t('people.nobody')}</strong>
    </p>
  );
}

function ConfirmedLine({ incident, names }: Props) {
  const viewer = useViewer();
  const { t } = viewer;
  const { confirmed, severity, phase } = incident;
  if (severity === null || phase === 'cancelled') return null;
  if (!confirmed) return <p className="leader">{t('severityForm.unconfirmed')}</p>;
  const line = t('severityForm.confirmed', {
    name: names[confirmed.by] ?? t('source.somebody'),
    time: momentText(confirmed.at, viewer, Date.parse(incident.now)),
  });
  const effort =
    confirmed.effort === null
      ? []
      : [t('effort.shown', { effort: t(`effort.${confirmed.effort}`) })];
  return <p className="leader">{[line, ...effort].join(' · ')}</p>;
}

function CancelledNote({ incident: { cancelled }, names }: Props) {
  const { t } = useViewer();
  if (!cancelled) return null;
  const name = names[cancelled.by] ?? t('source.somebody');
  const { duplicate } = cancelled;
  if (!duplicate) return <p className="note note-quiet">{t('cancelled.none', { name })}</p>;
  return (
    <p className="note note-quiet">
      {duplicate.linked
        ? t('cancelled.linked', { name })
        : duplicate.reason === null
          ? t('cancelled.notLinked', { name })
          : t('cancelled.refused', { name, reason: duplicate.reason })}
    </p>
  );
}
