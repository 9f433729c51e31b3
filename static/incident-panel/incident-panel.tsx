import { useState } from 'react';
import { type IncidentView } from '../../src/contract';
import { actionsFor, type Form, formFrom } from '../kit/actions';
import { DoneNote } from '../kit/come-back';
import { minutesText } from '../kit/durations';
import { FailureNote } from '../kit/failure';
import { type IncidentActions, type IncidentState, useIncident } from '../kit/incident';
import { NextStep } from '../kit/next';
import { Skeleton } from '../kit/skeleton';
import { useViewer } from '../kit/texts';
import { TIMES } from '../kit/times';
import { ActionBar } from './action-bar';
import { CancelForm } from './cancel-form';
import { Head } from './head';
import { MissingList } from './missing';
import { useNames } from '../kit/people';
import { PendingList } from './pending';
import { ResolveForm } from './resolve-form';
import { SeverityForm } from './severity-form';
import { Times } from './times';

/** The response to one incident: what is so, what is due next, and the times it is measured by. */
export function IncidentPanel() {
  const state = useIncident();
  const { incident, failure, reload } = state;
  if (!incident) {
    return failure ? <FailureNote failure={failure} onRetry={reload} /> : <Skeleton lines={8} />;
  }
  return <Response {...state} incident={incident} />;
}

type ResponseProps = IncidentState & IncidentActions & { readonly incident: IncidentView };

function Response(props: ResponseProps) {
  const { incident, failure, busy, take, setTimes } = props;
  const { t, openedWith } = useViewer();
  // The side-bar opens us at what is to be said.
  const [open, setOpen] = useState<Form | undefined>(() => formFrom(openedWith?.['at']));
  const [done, setDone] = useState<string>();
  const names = useNames(peopleOf(incident));
  const go = (form: Form | undefined) => {
    setDone(undefined);
    setOpen(form);
  };
  const bringBack = async () => {
    const isDone = await props.bringBack();
    setDone(isDone ? t('actions.cameBack') : undefined);
    return isDone;
  };
  return (
    <div className="panel">
      <Head incident={incident} names={names} />
      <NextStep incident={incident} busy={busy} actions={{ take, setTimes }} onOpen={go} />
      <DoneNote text={done} />
      {failure && !open && <FailureNote failure={failure} />}
      {!incident.mayEdit && <p className="note note-quiet">{t('panel.mayNotEdit')}</p>}
      <OpenForm {...props} open={open} onClose={go} onDone={setDone} />
      <ActionBar incident={incident} busy={busy} onOpen={go} onBringBack={bringBack} />
      <PendingList incident={incident} onOpen={go} />
      <MissingList incident={incident} onOpen={go} />
      <Times
        {...{ incident, names, busy, failure }}
        editing={open === 'times' && incident.mayEdit}
        onEdit={(editing) => {
          go(editing ? 'times' : undefined);
        }}
        onSave={setTimes}
        onSayDetection={props.sayDetection}
      />
      <Figures incident={incident} />
    </div>
  );
}

type OpenFormProps = ResponseProps & {
  readonly open: Form | undefined;
  readonly onClose: (form: undefined) => void;
  readonly onDone: (text: string) => void;
};

/** The one form that is open, as long as it can be asked where the incident stands. */
function OpenForm({ open, onClose, onDone, ...props }: OpenFormProps) {
  const { t } = useViewer();
  const { incident, busy, failure, resolve, cancel, confirmSeverity } = props;
  const can = actionsFor(incident);
  const shared = {
    ...{ incident, busy, failure },
    onClose: () => {
      onClose(undefined);
    },
  };
  if (open === 'resolve' && can.resolve) {
    const onResolve = async (said: Parameters<IncidentActions['resolve']>[0]) => {
      const isDone = await resolve(said);
      if (isDone) shared.onClose();
      if (isDone) onDone(t('actions.resolved'));
      return false; // closed here, so that what follows stays in view
    };
    return <ResolveForm {...shared} onResolve={onResolve} />;
  }
  if (open === 'severity' && can.severity) {
    return <SeverityForm {...shared} onConfirm={confirmSeverity} />;
  }
  if (open === 'cancel' && can.cancel) return <CancelForm {...shared} onCancel={cancel} />;
  return null;
}

/** Whose names are shown: who said the times, confirmed, or cancelled. */
function peopleOf({ notes, former, confirmed, cancelled }: IncidentView): string[] {
  const said = [...TIMES.map((name) => notes[name]?.by), ...former.map(({ by }) => by)];
  return [...said, confirmed?.by, cancelled?.by].filter((by) => typeof by === 'string');
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
