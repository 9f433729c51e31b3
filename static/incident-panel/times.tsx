import Button from '@atlaskit/button/new';
import { type IncidentView } from '../../src/contract';
import { type Failure, type IncidentActions } from '../kit/incident';
import { momentText, zoneText } from '../kit/moments';
import { useViewer } from '../kit/texts';
import { TimesForm } from './times-form';
import { TIMES, type TimeName } from './times-input';

type Props = {
  readonly incident: IncidentView;
  readonly editing: boolean;
  readonly busy: boolean;
  readonly failure?: Failure;
  readonly onEdit: (editing: boolean) => void;
  readonly onSave: IncidentActions['setTimes'];
};

/** The three moments an incident is measured by, to read and to correct. */
export function Times({ incident, editing, busy, failure, onEdit, onSave }: Props) {
  const viewer = useViewer();
  const { t } = viewer;
  return (
    <section className="times" aria-labelledby="times-title">
      <div className="section-head">
        <h2 id="times-title">{t('panel.timesTitle')}</h2>
        <span className="zone">{t('panel.zone', { zone: zoneText(viewer) })}</span>
        {incident.mayEdit && !editing && (
          <Button
            spacing="compact"
            onClick={() => {
              onEdit(true);
            }}
          >
            {t('panel.edit')}
          </Button>
        )}
      </div>
      {editing ? (
        <TimesForm
          {...{ incident, busy, failure, onSave }}
          onClose={() => {
            onEdit(false);
          }}
        />
      ) : (
        <dl className="times-list">
          {TIMES.map((name) => (
            <Time key={name} name={name} incident={incident} />
          ))}
        </dl>
      )}
    </section>
  );
}

function Time({ name, incident }: { name: TimeName; incident: IncidentView }) {
  const viewer = useViewer();
  const { t } = viewer;
  const moment = incident.times[name];
  const wrong = incident.wrongPair?.earlier === name || incident.wrongPair?.later === name;
  const byDefault = name === 'impactDetected' && incident.detectedByDefault;
  return (
    <div className={wrong ? 'time time-wrong' : 'time'}>
      <dt>{t(`times.${name}`)}</dt>
      <dd>
        {moment === null ? (
          <em>{t('panel.notSaid')}</em>
        ) : (
          <time dateTime={moment}>{momentText(moment, viewer, Date.parse(incident.now))}</time>
        )}
        {byDefault && <span className="time-source"> · {t('panel.byDefault')}</span>}
      </dd>
    </div>
  );
}
