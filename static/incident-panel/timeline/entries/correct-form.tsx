import { useId, useState } from 'react';
import { Button } from '../../../kit/controls/button';
import { TimeField } from '../../../kit/controls/time-field';
import { readTyped, toLocalInput } from '../../../kit/texts/moments';
import { type WrongMoment } from '../adding/line';
import { type Row } from '../rows';
import { type Telling } from '../telling';

type Props = {
  readonly row: Row;
  readonly busy: boolean;
  readonly telling: Telling;
  readonly onSave: (moment: number) => Promise<boolean>;
  readonly onClose: () => void;
};

/** The browser's clock may be a little behind the server's. */
const SKEW_MS = 60_000;

const WRONG = { once: undefined, none: 'noMoment', never: 'unclear', twice: 'unclear' } as const;

/** When it really was. Both times are kept. */
export function CorrectForm({ row, busy, telling, onSave, onClose }: Props) {
  const { viewer, now } = telling;
  const { t } = viewer;
  const id = useId();
  const [opened] = useState(() => toLocalInput(new Date(row.at).toISOString(), viewer));
  const [value, setValue] = useState(opened);
  const [wrong, setWrong] = useState<WrongMoment>();
  const save = async () => {
    const reading = readTyped(value, viewer);
    const isFuture = reading.is === 'once' && reading.at > now + SKEW_MS;
    setWrong(isFuture ? 'future' : WRONG[reading.is]);
    if (reading.is !== 'once' || isFuture) return;
    if (value === opened || (await onSave(reading.at))) onClose();
  };
  return (
    <form
      className="entry-ask"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label htmlFor={id}>{t('timeline.correct.title')}</label>
      <TimeField
        id={id}
        value={value}
        autoFocus
        isTried={wrong === 'unclear'}
        isInvalid={wrong !== undefined}
        aria-describedby={`${id}-help`}
        onChange={setValue}
      />
      <p id={`${id}-help`} className="field-help">
        {t('timeline.correct.help')}
      </p>
      {wrong && wrong !== 'unclear' && (
        <p role="alert" className="field-wrong">
          {t(`timeline.add.${wrong}`)}
        </p>
      )}
      <div className="form-buttons">
        <Button type="submit" appearance="primary" disabled={busy}>
          {t('timeline.correct.save')}
        </Button>
        <Button onClick={onClose}>{t('timeline.correct.cancel')}</Button>
      </div>
    </form>
  );
}
