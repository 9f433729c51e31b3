import { useState } from 'react';
import { Button } from '../../kit/controls/button';
import { TextArea, TextField } from '../../kit/controls/fields';
import { useViewer } from '../../kit/texts/texts';
import { type NamedTable } from './draft';

type Props = {
  readonly table: NamedTable;
  readonly onAdd: (names: readonly string[]) => void;
};

/** One name and Enter, or a whole list at once: each line is one. */
export function AddNames({ table, onAdd }: Props) {
  const { t } = useViewer();
  const [many, setMany] = useState(false);
  const [text, setText] = useState('');
  const names = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const id = `add-${table}`;
  const about = {
    id,
    value: text,
    onChange: (event: { target: { value: string } }) => {
      setText(event.target.value);
    },
  };
  return (
    <form
      className="add-names"
      onSubmit={(event) => {
        event.preventDefault();
        if (names.length > 0) onAdd(names);
        setText('');
        setMany(false);
      }}
    >
      <label htmlFor={id}>{many ? t('settings.names.list') : t(`settings.${table}.add`)}</label>
      {many ? <TextArea {...about} rows={6} autoFocus /> : <TextField {...about} type="text" />}
      <span className="add-buttons">
        <Button type="submit" disabled={names.length === 0}>
          {many ? t('settings.names.addMany', { n: names.length }) : t('settings.names.addOne')}
        </Button>
        <Button
          appearance="link"
          onClick={() => {
            setMany((was) => !was);
          }}
        >
          {many ? t('settings.names.one') : t('settings.names.paste')}
        </Button>
      </span>
    </form>
  );
}
