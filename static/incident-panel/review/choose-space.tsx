import { useId } from 'react';
import { DropDown } from '../../kit/controls/fields';
import { Skeleton } from '../../kit/page/skeleton';
import { useViewer } from '../../kit/texts/texts';
import { type Space } from './use-spaces';

type Props = {
  readonly spaces: readonly Space[] | 'unreachable' | undefined;
  readonly value: string;
  readonly onChange: (key: string) => void;
};

/** One of the spaces in which the viewer may write; where there is none, it is said. */
export function ChooseSpace({ spaces, value, onChange }: Props) {
  const { t } = useViewer();
  const id = useId();
  if (spaces === undefined) return <Skeleton lines={1} label={t('review.page.loading')} />;
  if (spaces === 'unreachable') return <p>{t('review.page.noConfluence')}</p>;
  if (spaces.length === 0) return <p>{t('review.page.noneWritable')}</p>;
  return (
    <div className="field">
      <label htmlFor={id}>{t('review.page.space')}</label>
      <DropDown
        id={id}
        value={value}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value);
        }}
      >
        <option value="">{t('review.page.choose')}</option>
        {spaces.map(({ key, name }) => (
          <option key={key} value={key}>
            {name} ({key})
          </option>
        ))}
      </DropDown>
    </div>
  );
}
