import { useState } from 'react';
import { useViewer } from '../../kit/texts';
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
    ...{ id, value: text, className: 'input' },
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
      {many ? <textarea {...about} rows={6} autoFocus /> : <input {...about} type="text" />}
      <span className="add-buttons">
        <button type="submit" className="button" disabled={names.length === 0}>
          {many ? t('settings.names.addMany', { n: names.length }) : t('settings.names.addOne')}
        </button>
        <button
          type="button"
          className="button button-link"
          onClick={() => {
            setMany((was) => !was);
          }}
        >
          {many ? t('settings.names.one') : t('settings.names.paste')}
        </button>
      </span>
    </form>
  );
}
