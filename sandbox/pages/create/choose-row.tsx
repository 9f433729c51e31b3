import { useId } from 'react';
import { useText } from '../text/text';
import type { CreateForm } from './use-create';

/** Where the new work item goes and what it is. */
export function ChooseRow({ form }: { readonly form: CreateForm }) {
  const text = useText();
  const { projects, types, project, type } = form;
  return (
    <>
      <Choose
        label={text('create.project')}
        value={project?.key ?? ''}
        onChange={form.setProject}
        options={
          projects.state === 'ready'
            ? projects.value.map(({ key, name }) => [key, `${name} (${key})`])
            : []
        }
      />
      <Choose
        label={text('create.type')}
        value={type?.id ?? ''}
        onChange={form.setType}
        options={types.state === 'ready' ? types.value.map(({ id, name }) => [id, name]) : []}
      />
    </>
  );
}

type ChooseProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly (readonly [string, string])[];
};

function Choose({ label, value, onChange, options }: ChooseProps) {
  const text = useText();
  const id = useId();
  return (
    <div className="form-field form-field-short">
      <label className="label" htmlFor={id}>
        {label}
        <span className="star" aria-hidden="true">
          {' *'}
        </span>
        <span className="hidden"> ({text('required')})</span>
      </label>
      <select
        id={id}
        className="input"
        value={value}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      >
        {options.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
