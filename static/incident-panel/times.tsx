import { type IncidentView } from '../../src/contract';
import { Button } from '../kit/controls/button';
import { type Failure, type IncidentActions } from '../kit/incident/incident';
import { momentText, zoneText } from '../kit/texts/moments';
import { type Names } from '../kit/jira/people';
import { useViewer, type Viewer } from '../kit/texts/texts';
import { TIMES, type TimeName } from '../kit/texts/times';
import { Detection } from './detection';
import { Doubts } from './doubts';
import { TimesForm } from './times-form';

type Props = {
  readonly incident: IncidentView;
  readonly names: Names;
  readonly editing: boolean;
  readonly busy: boolean;
  readonly failure?: Failure;
  readonly onEdit: (editing: boolean) => void;
  readonly onSave: IncidentActions['setTimes'];
  readonly onSayDetection: IncidentActions['sayDetection'];
  readonly onSayRight: IncidentActions['sayRight'];
};

/** The three moments an incident is measured by, to read and to correct. */
export function Times(props: Props) {
  const { incident, names, editing, busy, failure, onEdit, onSave } = props;
  const viewer = useViewer();
  const { t } = viewer;
  return (
    <section className="times" aria-labelledby="times-title">
      <div className="section-head">
        <h2 id="times-title">{t('panel.timesTitle')}</h2>
        <span className="zone">{t('panel.zone', { zone: zoneText(viewer) })}</span>
        {incident.mayEdit && !editing && (
          <Button
            isSmall
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
          incident={incident}
          busy={busy}
          failure={failure}
          onSave={onSave}
          onClose={() => {
            onEdit(false);
          }}
        />
      ) : (
        <dl className="times-list">
          {TIMES.map((name) => (
            <Time key={name} {...props} name={name} />
          ))}
        </dl>
      )}
      <Doubts incident={incident} busy={busy} onSave={onSave} onSayRight={props.onSayRight} />
      <Former incident={incident} names={names} />
    </section>
  );
}

type TimeProps = Pick<Props, 'incident' | 'names' | 'busy' | 'onSave' | 'onSayDetection'> & {
  readonly name: TimeName;
};

function Time({ name, incident, names, busy, onSave, onSayDetection }: TimeProps) {
  const viewer = useViewer();
  const { t } = viewer;
  const moment = incident.times[name];
  const note = incident.notes[name];
  const wrong = incident.wrongPair?.earlier === name || incident.wrongPair?.later === name;
  return (
    <div className={wrong ? 'time time-wrong' : 'time'}>
      <dt>{t(`times.${name}`)}</dt>
      <dd>
        {moment === null ? (
          <em>{t('panel.notSaid')}</em>
        ) : (
          <time dateTime={moment}>{momentText(moment, viewer, Date.parse(incident.now))}</time>
        )}
      </dd>
      {moment !== null && (
        <dd className="time-source">{sourceText(name, { incident, names, viewer })}</dd>
      )}
      {name === 'impactDetected' && <Detection incident={incident} onSay={onSayDetection} />}
      {note?.toConfirm && incident.mayEdit && (
        <dd>
          <Button
            isSmall
            disabled={busy}
            onClick={() => {
              void onSave({ [name]: moment });
            }}
          >
            {t('next.confirmButton')}
          </Button>
        </dd>
      )}
      {note?.held && (
        <dd className="time-held">
          <strong>
            {note.held.reason
              ? t('held.title', { reason: note.held.reason })
              : t('held.titleSilent')}
          </strong>{' '}
          {t('held.help')}
        </dd>
      )}
    </div>
  );
}

type Sourced = {
  readonly incident: IncidentView;
  readonly names: Names;
  readonly viewer: Viewer;
};

/** Where a time came from and how sure it is, in words. */
function sourceText(
  name: TimeName,
  { incident, names, viewer: { t } }: Sourced,
): string | undefined {
  const note = incident.notes[name];
  const isDefault = name === 'impactDetected' && incident.detectedByDefault;
  if (isDefault || note?.source === 'default') return t('source.default');
  if (!note) return undefined;
  const certainty = note.certainty ? [t(`certainty.${note.certainty}`)] : [];
  return [...certainty, saidText(note, names, t)].join(' · ');
}

function saidText(
  { source, by }: NonNullable<IncidentView['notes'][TimeName]>,
  names: Names,
  t: Viewer['t'],
): string {
  if (source === 'event' || source === 'alert') return t(`source.${source}`);
  if (source === 'changelog' && by === null) return t('source.changelogUnknown');
  const name = names[by ?? ''] ?? t('source.somebody');
  return source === 'changelog' ? t('source.changelog', { name }) : t('source.person', { name });
}

/** What counted once: corrected since, or lost when the incident came back. */
function Former({ incident, names }: Pick<Props, 'incident' | 'names'>) {
  const viewer = useViewer();
  const { t } = viewer;
  if (incident.former.length === 0) return null;
  return (
    <details className="former">
      <summary>{t('former.title', { count: incident.former.length })}</summary>
      <ul>
        {incident.former.map(({ name, moment, why, by }, place) => (
          <li key={place}>
            {t(`times.${name}`)}: {momentText(moment, viewer, Date.parse(incident.now))},{' '}
            {t(`former.${why}`)}
            {by !== null && names[by] !== undefined && ` (${names[by]})`}
          </li>
        ))}
      </ul>
    </details>
  );
}
