import { DropDown } from '../kit/controls/fields';
import { useViewer } from '../kit/texts/texts';
import { type TimeName } from '../kit/texts/times';
import { CERTAINTIES, type Certainty } from './times-input';

type SelectProps = {
  readonly name: TimeName;
  readonly value: Certainty | '';
  readonly onChange: (certainty: Certainty | '') => void;
};

/** How sure somebody is of a time, beside it. */
export function CertaintySelect({ name, value, onChange }: SelectProps) {
  const { t } = useViewer();
  return (
    <DropDown
      aria-label={t('certainty.labelFor', { time: t(`times.${name}`) })}
      value={value}
      onChange={({ currentTarget }) => {
        onChange(CERTAINTIES.find((one) => one === currentTarget.value) ?? '');
      }}
    >
      <option value="">{t('certainty.unsaid')}</option>
      {CERTAINTIES.map((certainty) => (
        <option key={certainty} value={certainty}>
          {t(`certainty.${certainty}`)}
        </option>
      ))}
    </DropDown>
  );
}
