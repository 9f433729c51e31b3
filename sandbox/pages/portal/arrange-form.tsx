import { useCallback, useId, useState } from 'react';
import { useHost } from '../shell/host';
import { useAnswer } from '../shell/use-answer';
import { messageOf } from '../site/http';
import { arrange, readArrangement, type Arrangement, type FormField } from '../site/portal';
import { useText } from '../text/text';

/** The form of a request type, as administrators arrange it: which fields, required or not, their help, the group. */
export function ArrangeForm({ type }: { readonly type: string }) {
  const text = useText();
  const [answer] = useAnswer(useCallback(() => readArrangement(type), [type]));
  if (answer.state === 'loading') return <p role="status">{text('loading')}</p>;
  if (answer.state === 'failed') return <p role="alert">{messageOf(answer.error)}</p>;
  return <Editor type={type} known={answer.value} />;
}

function Editor({ type, known }: { readonly type: string; readonly known: Arrangement }) {
  const text = useText();
  const host = useHost();
  const [fields, setFields] = useState(known.fields);
  const [groupIds, setGroups] = useState(known.groupIds);
  const save = async () => {
    await arrange(type, { fields, groupIds });
    host.showFlag({
      id: 'request-type-saved',
      title: text('requestTypes.saved'),
      type: 'success',
      isAutoDismiss: true,
      actions: [],
    });
  };
  const set = (field: FormField, on: boolean) => {
    const others = fields.filter(({ fieldId }) => fieldId !== field.fieldId);
    setFields(on ? [...others, field] : others);
  };
  return (
    <>
      <h2>{known.name}</h2>
      <fieldset className="checks">
        <legend>{text('requestTypes.groups')}</legend>
        {known.groups.map(({ id, name }) => (
          <label key={id} className="check">
            <input
              type="checkbox"
              checked={groupIds.includes(id)}
              onChange={({ target }) => {
                const others = groupIds.filter((one) => one !== id);
                setGroups(target.checked ? [...others, id] : others);
              }}
            />
            {name}
          </label>
        ))}
      </fieldset>
      <fieldset className="checks">
        <legend>{text('requestTypes.fields')}</legend>
        {known.possible.map((field) => (
          <FieldRow
            key={field.fieldId}
            field={fields.find(({ fieldId }) => fieldId === field.fieldId)}
            possible={field}
            onSet={set}
            onChange={(changed) => {
              setFields(fields.map((one) => (one.fieldId === changed.fieldId ? changed : one)));
            }}
          />
        ))}
      </fieldset>
      <p>
        <button type="button" className="button button-primary" onClick={() => void save()}>
          {text('save')}
        </button>
      </p>
    </>
  );
}

type RowProps = {
  /** As it stands on the form; undefined: not on it. */
  readonly field: FormField | undefined;
  readonly possible: FormField;
  readonly onSet: (field: FormField, on: boolean) => void;
  readonly onChange: (field: FormField) => void;
};

function FieldRow({ field, possible, onSet, onChange }: RowProps) {
  const text = useText();
  const id = useId();
  return (
    <div className="arrange-row">
      <label className="check">
        <input
          type="checkbox"
          checked={field !== undefined}
          onChange={({ target }) => {
            onSet(possible, target.checked);
          }}
        />
        {possible.name}
      </label>
      {field && (
        <>
          <label className="check">
            <input
              type="checkbox"
              checked={field.required}
              aria-label={`${text('required')}: ${possible.name}`}
              onChange={({ target }) => {
                onChange({ ...field, required: target.checked });
              }}
            />
            {text('required')}
          </label>
          <label className="hidden" htmlFor={id}>
            {text('requestTypes.help', { name: possible.name })}
          </label>
          <input
            id={id}
            className="input"
            value={field.description}
            onChange={({ target }) => {
              onChange({ ...field, description: target.value });
            }}
          />
        </>
      )}
    </div>
  );
}
