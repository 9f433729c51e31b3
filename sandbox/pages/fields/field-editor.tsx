import type { HTMLInputTypeAttribute } from 'react';
import { Avatar, Icon } from '../shell/icons';
import type { AllowedValue, FieldMeta } from '../site/types';
import { useText } from '../text/text';
import type { Draft } from './draft';
import { kindOf, type FieldKind } from './kind';
import { UserPicker } from './user-picker';

export type EditorProps = {
  readonly id: string;
  readonly field: FieldMeta;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly at: { readonly project?: string; readonly issue?: string };
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  readonly autoFocus?: boolean;
};

const INPUTS: Partial<Record<FieldKind, HTMLInputTypeAttribute>> = {
  datetime: 'datetime-local',
  date: 'date',
  url: 'url',
  number: 'number',
};

/** The control by which a field is typed or chosen. */
export function FieldEditor(props: EditorProps) {
  const { id, field, draft, onChange, at, describedBy, invalid, autoFocus = false } = props;
  const text = useText();
  const kind = kindOf(field.schema);
  const common = {
    id,
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    'aria-required': field.required || undefined,
    autoFocus,
  };
  if (kind === 'checkboxes') return <Checkboxes {...props} />;
  if (kind === 'users') return <PeopleEditor {...props} />;
  if (kind === 'user') {
    return (
      <UserPicker
        id={id}
        label={field.name}
        chosen={draft.users[0]}
        onChoose={(user) => {
          onChange({ ...draft, users: user ? [user] : [] });
        }}
        at={at}
        describedBy={describedBy}
        autoFocus={autoFocus}
      />
    );
  }
  const change = (event: { target: { value: string } }) => {
    onChange({ ...draft, text: event.target.value });
  };
  if (kind === 'select') {
    return (
      <select {...common} className="input" value={draft.text} onChange={change}>
        <option value="">{field.required ? text('field.choose') : text('none')}</option>
        {choices(field).map((one) => (
          <option key={one.id} value={one.id}>
            {one.value ?? one.name}
          </option>
        ))}
      </select>
    );
  }
  if (kind === 'paragraphs') {
    return <textarea {...common} className="input" rows={5} value={draft.text} onChange={change} />;
  }
  return (
    <input
      {...common}
      className="input"
      type={INPUTS[kind] ?? 'text'}
      step={kind === 'number' ? 'any' : undefined}
      placeholder={kind === 'labels' ? text('field.labels') : undefined}
      value={draft.text}
      onChange={change}
    />
  );
}

function Checkboxes({ id, field, draft, onChange, describedBy, autoFocus }: EditorProps) {
  return (
    <fieldset className="checks" id={id} aria-describedby={describedBy}>
      <legend className="hidden">{field.name}</legend>
      {choices(field).map((one, at) => (
        <label key={one.id} className="check">
          <input
            type="checkbox"
            autoFocus={autoFocus === true && at === 0}
            checked={draft.ids.includes(one.id)}
            onChange={({ target }) => {
              const others = draft.ids.filter((other) => other !== one.id);
              onChange({ ...draft, ids: target.checked ? [...others, one.id] : others });
            }}
          />
          {one.value ?? one.name}
        </label>
      ))}
    </fieldset>
  );
}

function PeopleEditor({ id, field, draft, onChange, at, describedBy, autoFocus }: EditorProps) {
  const text = useText();
  return (
    <div className="people-editor">
      {draft.users.map((user) => (
        <span key={user.accountId} className="tag">
          <Avatar name={user.displayName} />
          {user.displayName}
          <button
            type="button"
            className="tag-remove"
            aria-label={`${text('remove')}: ${user.displayName}`}
            onClick={() => {
              onChange({ ...draft, users: draft.users.filter((one) => one !== user) });
            }}
          >
            <Icon name="close" />
          </button>
        </span>
      ))}
      <UserPicker
        id={id}
        label={field.name}
        chosen={undefined}
        onChoose={(user) => {
          const known = draft.users.some(({ accountId }) => accountId === user?.accountId);
          if (user && !known) onChange({ ...draft, users: [...draft.users, user] });
        }}
        at={at}
        describedBy={describedBy}
        autoFocus={autoFocus ?? false}
      />
    </div>
  );
}

function choices(field: FieldMeta): readonly AllowedValue[] {
  return (field.allowedValues ?? []).filter(({ disabled }) => disabled !== true);
}
