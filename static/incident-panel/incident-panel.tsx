import { useState } from 'react';
import { type IncidentView } from '../../src/contract';
import { actionsFor, type Form, formFrom } from '../kit/incident/actions';
import { DoneNote } from '../kit/incident/come-back';
import { FailureNote } from '../kit/page/failure';
import { type IncidentActions, type IncidentState, useIncident } from '../kit/incident/incident';
import { useNames } from '../kit/jira/people';
import { NextStep } from '../kit/incident/next';
import { type Place, type Tab, tabFrom } from '../kit/incident/places';
import { Skeleton } from '../kit/page/skeleton';
import { languageOf } from '../kit/texts/language';
import { useViewer } from '../kit/texts/texts';
import { ActionBar } from './action-bar';
import { CancelForm } from './cancel-form';
import { Head } from './head';
import { peopleOf } from './people-of';
import { ResolveForm } from './resolve-form';
import { ResponseTabs } from './response-tabs';
import { SeverityForm } from './severity-form';
import { StepsStrip } from './steps-strip';
import { UnwrittenList } from './unwritten';

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
  const { incident, failure, busy } = props;
  const { t, locale, openedWith } = useViewer();
  // The side-bar opens us at what is to be said.
  const at = openedWith?.['at'];
  const [form, setForm] = useState<Form | undefined>(() => formFrom(at));
  const [tab, setTab] = useState<Tab>(() => tabFrom(at) ?? 'now');
  const [done, setDone] = useState<string>();
  const names = useNames(peopleOf(incident));
  const ask = (next: Form | undefined) => {
    setDone(undefined);
    setForm(next);
    if (next === 'times') setTab('now');
  };
  const go = (place: Place) => {
    const next = tabFrom(place);
    if (next) setTab(next);
    else ask(formFrom(place));
  };
  const bringBack = async () => {
    const isDone = await props.bringBack();
    setDone(isDone ? t('actions.cameBack') : undefined);
    return isDone;
  };
  const undoCancel = async () => {
    const isDone = await props.undoCancel(languageOf(locale));
    setDone(isDone ? t('cancelled.undone') : undefined);
    return isDone;
  };
  return (
    <div className="panel">
      <Head incident={incident} names={names} />
      <UnwrittenList incident={incident} busy={busy} names={names} actions={props} />
      <StepsStrip incident={incident} onOpen={setTab} />
      <NextStep incident={incident} busy={busy} names={names} actions={props} onOpen={go} />
      <DoneNote text={done} />
      {failure && !form && <FailureNote failure={failure} />}
      {!incident.mayEdit && <p className="note note-quiet">{t('panel.mayNotEdit')}</p>}
      <OpenForm {...props} open={form} onClose={ask} onDone={setDone} />
      <ActionBar
        incident={incident}
        busy={busy}
        onOpen={ask}
        onBringBack={bringBack}
        onUndoCancel={undoCancel}
      />
      <ResponseTabs
        incident={incident}
        busy={busy}
        failure={failure}
        names={names}
        tab={tab}
        form={form}
        actions={props}
        onTab={setTab}
        onOpen={go}
        onForm={ask}
      />
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
    incident,
    busy,
    failure,
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
