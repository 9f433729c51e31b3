import { useId, useState } from 'react';
import { Button } from '../../../kit/controls/button';
import { TextField } from '../../../kit/controls/fields';
import { fromLocalInput, toLocalInput } from '../../../kit/texts/moments';
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

/** When it really was. Both times are kept. */
export function CorrectForm({ row, busy, telling, onSave, onClose }: Props) {
  const { viewer, now } = telling;
  const { t } = viewer;
  const id = useId();
  const [opened] = useState(() => toLocalInput(new Date(row.at).toISOString(), viewer));
  const [value, setValue] = useState(opened);
  const [wrong, setWrong] = useState<'noMoment' | 'future'>();
  const save = async () => {
    const moment = fromLocalInput(value, viewer);
    const isFuture = moment !== undefined && Date.parse(moment) > now + SKEW_MS;
    setWrong(moment === undefined ? 'noMoment' : isFuture ? 'future' : undefined);
    if (moment === undefined || isFuture) return;
    if (value === opened || (await onSave(Date.parse(moment)))) onClose();
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
      <TextField
        id={id}
        type="datetime-local"
        value={value}
        autoFocus
        isInvalid={wrong !== undefined}
        aria-describedby={`${id}-help`}
        onChange={(event) => {
          setValue(event.currentTarget.value);
        }}
      />
      <p id={`${id}-help`} className="field-help">
        {t('timeline.correct.help')}
      </p>
      {wrong && (
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
