import { useId } from 'react';
import { ActiveList } from '../active/active-list';
import { COLUMNS, type ListConfig } from '../active/config';
import { TextField } from '../kit/controls/fields';
import { Choices } from '../kit/editor/choices';
import { EditorFrame } from '../kit/editor/editor-frame';
import { type Placing } from '../kit/lists/placing';
import { useViewer } from '../kit/texts/texts';
import { type WhereToList } from './where';

type Props = {
  readonly where: WhereToList;
  readonly config: ListConfig;
  readonly placing: Placing;
};

/** Chooses, and shows at once what readers who may see as much would see. */
export function Editor({ where, config, placing }: Props) {
  const { t } = useViewer();
  return (
    <EditorFrame
      config={config}
      placing={placing}
      jqlHelp={t('active.jqlHelp')}
      fields={(draft, edit) => <Fields where={where} draft={draft} edit={edit} />}
      preview={(shown) => <ActiveList key={shown.jql} config={shown} />}
    />
  );
}

function Fields({ where, draft, edit }: NarrowingProps) {
  const { t } = useViewer();
  return (
    <>
      <Narrowing where={where} draft={draft} edit={edit} />
      <Choices
        title={t('active.columns')}
        help={t('active.columnsHelp')}
        options={COLUMNS.map((value) => ({ value, label: t(`active.column.${value}`) }))}
        chosen={draft.columns}
        onChange={(columns) => {
          edit({ columns: COLUMNS.filter((column) => columns.includes(column)) });
        }}
      />
      <Hours
        hours={draft.resolvedHours}
        onChange={(resolvedHours) => {
          edit({ resolvedHours });
        }}
      />
    </>
  );
}

type NarrowingProps = Pick<Props, 'where'> & {
  readonly draft: ListConfig;
  readonly edit: (change: Partial<ListConfig>) => void;
};

/** Only some severities, only some services. */
function Narrowing({ where, draft, edit }: NarrowingProps) {
  const { t } = useViewer();
  return (
    <>
      <Choices
        title={t('editor.severities')}
        help={t('editor.allWhereNone')}
        options={([1, 2, 3] as const).map((level) => ({
          value: level,
          label: `${t('severity.short', { level })} ${t(`severity.${level}`)}`,
        }))}
        chosen={draft.severities}
        onChange={(severities) => {
          edit({ severities });
        }}
      />
      {where.services.length > 0 && (
        <Choices
          title={t('editor.services')}
          help={t('editor.allWhereNone')}
          options={where.services.map(({ option, name }) => ({ value: option, label: name }))}
          chosen={draft.services}
          onChange={(services) => {
            edit({ services });
          }}
        />
      )}
    </>
  );
}

const MOST_HOURS = 168;

type HoursProps = { readonly hours: number; readonly onChange: (hours: number) => void };

function Hours({ hours, onChange }: HoursProps) {
  const { t } = useViewer();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('active.resolvedHours')}</label>
      <TextField
        id={id}
        className="editor-number"
        type="number"
        min={0}
        max={MOST_HOURS}
        step={1}
        aria-describedby={`${id}-help`}
        value={hours}
        onChange={({ currentTarget }) => {
          const typed = Math.round(Number(currentTarget.value));
          onChange(Math.min(MOST_HOURS, Math.max(0, Number.isNaN(typed) ? 0 : typed)));
        }}
      />
      <p id={`${id}-help`} className="hint">
        {t('active.resolvedHoursHelp')}
      </p>
    </div>
  );
}
