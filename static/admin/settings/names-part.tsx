import { memo, useCallback, useEffect, useRef, useState } from 'react';
import { type Settings } from '../../../src/contract/admin';
import { IconButton } from '../../kit/controls/button';
import { useViewer } from '../../kit/texts/texts';
import {
  type NamedTable,
  type Service,
  UNKNOWN,
  withMoved,
  withNames,
  withoutRow,
  withRow,
} from './draft';
import { Field, ProblemAt } from './field';
import { AddNames } from './add-names';
import { PersonField } from './person-field';

export type Edit = (next: (draft: Settings) => Settings) => void;

type Props = { readonly table: NamedTable; readonly draft: Settings; readonly edit: Edit };

/** Services or products: one row each, in the order in which people choose from them. */
export function NamesPart({ table, draft, edit }: Props) {
  const { t } = useViewer();
  const rows: readonly Service[] = draft[table];
  const own = rows.filter(({ id }) => id !== UNKNOWN);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState<string>();
  useEffect(() => {
    // A row that moves in the document loses the focus.
    if (focus) list.current?.querySelector<HTMLElement>(`[data-button="${focus}"]`)?.focus();
  }, [focus, rows]);
  const onMove = useCallback(
    (id: string, by: -1 | 1) => {
      edit((was) => withMoved(was, table, id, by));
      setFocus(`${id}${by}`);
    },
    [edit, table],
  );
  const add = (names: readonly string[]) => {
    edit((was) => withNames(was, table, names));
    setSaid(t('settings.names.added', { n: names.length }));
  };
  return (
    <div className="part">
      <p className="part-intro">{t(`settings.${table}.intro`)}</p>
      <ProblemAt place={{ table }} />
      {own.length === 0 && <p className="empty">{t(`settings.${table}.empty`)}</p>}
      <div ref={list} className={`rows rows-${table}`}>
        {rows.map((row, at) => (
          <NameRow
            key={row.id}
            table={table}
            row={row}
            edit={edit}
            onMove={onMove}
            first={at === 0}
            last={at === own.length - 1}
          />
        ))}
      </div>
      <AddNames key={table} table={table} onAdd={add} />
      <p className="hidden-text" role="status">
        {said}
      </p>
    </div>
  );
}

type RowProps = {
  readonly table: NamedTable;
  readonly row: Service;
  readonly edit: Edit;
  readonly onMove: (id: string, by: -1 | 1) => void;
  readonly first: boolean;
  readonly last: boolean;
};

/** Drawn anew only when it is different: there may be hundreds. */
const NameRow = memo(function NameRow({ table, row, edit, onMove, first, last }: RowProps) {
  const { t } = useViewer();
  const { id, name } = row;
  const isUnknown = id === UNKNOWN;
  const set = (change: Partial<Service>) => {
    edit((was) => withRow(was, table, id, change));
  };
  const place = (cell: string) => ({ table, key: id, cell });
  const of = (field: string) => t('settings.names.of', { field, name });
  return (
    <div className="row" role="group" aria-label={name}>
      <Field
        place={place('name')}
        label={t(`settings.${table}.name`)}
        name={of(t(`settings.${table}.name`))}
        value={name}
        disabled={isUnknown}
        help={isUnknown ? t('settings.services.unknown') : undefined}
        onChange={(value) => {
          set({ name: value });
        }}
      />
      {table === 'services' && (
        <>
          <PersonField
            label={t('settings.services.owner')}
            name={of(t('settings.services.owner'))}
            value={row.owner}
            onChange={(owner) => {
              set({ owner } as Partial<Service>);
            }}
          />
          <Field
            place={place('deliveryTeam')}
            label={t('settings.services.team')}
            name={of(t('settings.services.team'))}
            value={row.deliveryTeam}
            onChange={(deliveryTeam) => {
              set({ deliveryTeam });
            }}
          />
        </>
      )}
      {!isUnknown && (
        <RowButtons
          table={table}
          id={id}
          name={name}
          edit={edit}
          onMove={onMove}
          first={first}
          last={last}
        />
      )}
    </div>
  );
});

type ButtonsProps = Omit<RowProps, 'row'> & { readonly id: string; readonly name: string };

function RowButtons({ table, id, name, edit, onMove, first, last }: ButtonsProps) {
  const { t } = useViewer();
  const moves = [
    { by: -1, sign: '↑', text: t('settings.names.up', { name }), end: first },
    { by: 1, sign: '↓', text: t('settings.names.down', { name }), end: last },
  ] as const;
  return (
    <span className="row-buttons">
      {moves.map(({ by, sign, text, end }) => (
        <IconButton
          key={by}
          data-button={`${id}${by}`}
          label={text}
          // Not disabled: the button that was just pressed keeps the focus at the end of the list.
          aria-disabled={end}
          onClick={() => {
            if (!end) onMove(id, by);
          }}
        >
          {sign}
        </IconButton>
      ))}
      <IconButton
        label={t('settings.names.remove', { name })}
        onClick={() => {
          edit((was) => withoutRow(was, table, id));
        }}
      >
        ✕
      </IconButton>
    </span>
  );
}
