import { useEffect, useState } from 'react';
import { router } from '@forge/bridge';
import { type IncidentView, type ScaleView } from '../../src/contract';
import { Button } from '../kit/controls/button';
import { FailureNote } from '../kit/page/failure';
import { askForScale, type Failure, type IncidentActions } from '../kit/incident/incident';
import { Skeleton } from '../kit/page/skeleton';
import { useViewer } from '../kit/texts/texts';
import { FormFrame } from './form-frame';
import { Radios } from './radios';

type Severity = NonNullable<IncidentView['severity']>;
type Effort = NonNullable<NonNullable<IncidentView['confirmed']>['effort']>;

const EFFORTS: readonly Effort[] = ['hours', 'day', 'days', 'unknown'];

type Props = {
  readonly incident: IncidentView;
  readonly busy: boolean;
  readonly failure?: Failure;
  readonly onConfirm: IncidentActions['confirmSeverity'];
  readonly onClose: () => void;
};

/** The scale in view while one chooses; confirming what is there is one press. */
export function SeverityForm({ incident, busy, failure, onConfirm, onClose }: Props) {
  const { t } = useViewer();
  const scale = useScale();
  // What the person saw when they began: a change by somebody else must not slip under their answer.
  const [seen, setSeen] = useState(incident.severity);
  const [severity, setSeverity] = useState<Severity | undefined>(incident.severity ?? undefined);
  const [effort, setEffort] = useState<Effort | ''>(incident.confirmed?.effort ?? '');
  const isSame = severity !== undefined && severity === incident.severity;
  const confirm = async () => {
    if (severity === undefined) return false;
    const done = await onConfirm({ severity, from: seen, ...(effort !== '' && { effort }) });
    return done;
  };
  if (failure?.code === 'severity-changed' && seen !== incident.severity)
    setSeen(incident.severity);
  return (
    <FormFrame
      title={t('severityForm.title')}
      submit={isSame ? t('severityForm.confirm') : t('severityForm.change')}
      busy={busy}
      failure={failure}
      onClose={onClose}
      onSubmit={confirm}
    >
      <Rests scale={scale} />
      <Scale scale={scale} now={incident.severity} value={severity} onChange={setSeverity} />
      <Radios<Effort | ''>
        legend={t('effort.label')}
        value={effort}
        onChange={setEffort}
        inline
        choices={[
          { value: '', label: t('effort.unsaid') },
          ...EFFORTS.map((value) => ({ value, label: t(`effort.${value}`) })),
        ]}
      />
    </FormFrame>
  );
}

function useScale(): ScaleView | Failure | undefined {
  const [scale, setScale] = useState<ScaleView | Failure>();
  useEffect(() => void askForScale().then(setScale), []);
  return scale;
}

function Rests({ scale }: { scale: ScaleView | Failure | undefined }) {
  const { t } = useViewer();
  const page = scale && 'page' in scale ? scale.page : null;
  return (
    <p className="field-help">
      {t('severityForm.rests')}{' '}
      {page !== null && (
        <Button appearance="link" onClick={() => void router.open(page)}>
          {t('severityForm.page')}
        </Button>
      )}
    </p>
  );
}

type ScaleProps = {
  readonly scale: ScaleView | Failure | undefined;
  readonly now: Severity | null;
  readonly value: Severity | undefined;
  readonly onChange: (severity: Severity) => void;
};

function Scale({ scale, now, value, onChange }: ScaleProps) {
  const { t } = useViewer();
  if (!scale) return <Skeleton lines={3} />;
  if (!('levels' in scale)) return <FailureNote failure={scale} />;
  return (
    <Radios
      legend={t('severityForm.level')}
      value={value === undefined ? undefined : String(value)}
      onChange={(chosen) => {
        const level = scale.levels.find(({ severity }) => String(severity) === chosen);
        if (level) onChange(level.severity);
      }}
      choices={scale.levels.map(({ severity, label, text }) => ({
        value: String(severity),
        label: (
          <>
            <strong>{label}</strong>
            {severity === now && <span className="now"> · {t('severityForm.now')}</span>}
            <span className="radio-text">{text}</span>
          </>
        ),
      }))}
    />
  );
}
