import { useId } from 'react';
import { useText } from '../text/text';
import { FieldEditor, type EditorProps } from './field-editor';
import { fieldName } from './field-name';
import { kindOf } from './kind';

type Props = Omit<EditorProps, 'id' | 'describedBy' | 'invalid'> & {
  readonly error?: string | undefined;
};

/** A field in a form: name, control, what is wrong with it, help. */
export function FormField({ error, ...editor }: Props) {
  const text = useText();
  const id = useId();
  const { field } = editor;
  const help = field.description?.trim() ?? '';
  const told = [error ? `${id}-error` : '', help ? `${id}-help` : ''].filter(Boolean).join(' ');
  const name = (
    <>
      {fieldName(field, text)}
      {field.required && (
        <span className="star" title={text('required')}>
          <span aria-hidden="true"> *</span>
          <span className="hidden"> ({text('required')})</span>
        </span>
      )}
    </>
  );
  return (
    <div className="form-field">
      {kindOf(field.schema) === 'checkboxes' ? (
        <span className="label" aria-hidden="true">
          {name}
        </span>
      ) : (
        <label className="label" htmlFor={id}>
          {name}
        </label>
      )}
      <FieldEditor
        {...editor}
        id={id}
        describedBy={told || undefined}
        invalid={error !== undefined}
      />
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {help && (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}
