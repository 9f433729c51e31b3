import { useId } from 'react';
import { type IncidentView } from '../../src/contract';
import { DropDown } from '../kit/controls/fields';
import { type IncidentActions } from '../kit/incident/incident';
import { useViewer } from '../kit/texts/texts';

type Source = NonNullable<IncidentView['detection']>;
const SOURCES: readonly Source[] = ['monitoring', 'customer', 'self'];

type Props = {
  readonly incident: Pick<IncidentView, 'detection' | 'mayEdit'>;
  readonly onSay: IncidentActions['sayDetection'];
};

/** How it was noticed: a choice for whoever may edit, words for the others. Kept as soon as it is chosen. */
export function Detection({ incident: { detection, mayEdit }, onSay }: Props) {
  const { t } = useViewer();
  const id = useId();
  if (!mayEdit) {
    if (detection === null) return null;
    const source = t(`detection.${detection}`);
    return <dd className="time-source">{t('detection.shown', { source })}</dd>;
  }
  return (
    <dd className="detection">
      <label htmlFor={id}>{t('detection.label')}</label>
      <DropDown
        id={id}
        value={detection ?? ''}
        onChange={({ target: { value } }) => {
          void onSay({ source: SOURCES.find((one) => one === value) ?? null });
        }}
      >
        <option value="">{t('detection.unsaid')}</option>
        {SOURCES.map((source) => (
          <option key={source} value={source}>
            {t(`detection.${source}`)}
          </option>
        ))}
      </DropDown>
    </dd>
  );
}
