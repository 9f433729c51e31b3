import { Modal } from '@forge/bridge';
import { useState } from 'react';
import { type IncidentView } from '../../src/contract';
import { Button } from '../kit/controls/button';
import { actionsFor } from '../kit/incident/actions';
import { Clock } from '../kit/incident/clock';
import { ComeBack, DoneNote } from '../kit/incident/come-back';
import { minutesText } from '../kit/texts/durations';
import { FailureNote } from '../kit/page/failure';
import { type IncidentActions, useIncident } from '../kit/incident/incident';
import { useNames } from '../kit/jira/people';
import { NextStep } from '../kit/incident/next';
import { type Place } from '../kit/incident/places';
import { PhaseSign, SeveritySign } from '../kit/incident/signs';
import { Skeleton } from '../kit/page/skeleton';
import { useViewer } from '../kit/texts/texts';
import { UpdateDue } from '../kit/incident/update-due';

/** The incident in a glance beside its issue: how bad, since when, who leads, what is due next. */
export function IncidentContext() {
  const state = useIncident();
  const { incident, failure, busy, reload, bringBack } = state;
  const person = incident?.next?.person;
  const names = useNames(person === undefined ? [] : [person]);
  const { t } = useViewer();
  const [back, setBack] = useState(false);
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
      <UpdateDue incident={incident} />
      <Leader incident={incident} />
      {incident.phase === 'resolved' && <Figures incident={incident} />}
      {failure && <FailureNote failure={failure} />}
      <NextStep
        incident={incident}
        busy={busy}
        names={names}
        actions={state}
        onOpen={openResponse}
      />
      <DoneNote text={back && incident.phase === 'fixing' ? t('actions.cameBack') : undefined} />
      <Actions
        incident={incident}
        busy={busy}
        bringBack={async () => {
          const done = await bringBack();
          setBack(done);
          return done;
        }}
      />
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

type ActionsProps = {
  readonly incident: IncidentView;
  readonly busy: boolean;
  readonly bringBack: IncidentActions['bringBack'];
};

/** Ending it and bringing it back, where it stands; everything else is in the response. */
function Actions({ incident, busy, bringBack }: ActionsProps) {
  const { t } = useViewer();
  const can = actionsFor(incident);
  const open = (form?: 'resolve') => (
    <Button
      className={form ? undefined : 'button-wide'}
      onClick={() => {
        openResponse(form);
      }}
    >
      {form ? t(`actions.${form}`) : t('panel.open')}
    </Button>
  );
  return (
    <div className="actions">
      {can.resolve && open('resolve')}
      {can.bringBack && <ComeBack busy={busy} bringBack={bringBack} />}
      {open()}
    </div>
  );
}

/** The whole response in a dialog: the panel itself stays hidden in Jira until somebody adds it to the issue. */
function openResponse(at?: Place): void {
  void new Modal({ resource: 'incident-panel', size: 'large', context: { at } }).open();
}
