import { useId } from 'react';

type Props<Value extends string | number> = {
  readonly title: string;
  readonly help: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
};

/** Any number of some. */
export function Choices<Value extends string | number>({
  title,
  help,
  options,
  chosen,
  onChange,
}: Props<Value>) {
  const id = useId();
  return (
    <fieldset className="editor-choices" aria-describedby={id}>
      <legend>{title}</legend>
      <div className="editor-boxes">
        {options.map(({ value, label }) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ currentTarget: { checked } }) => {
                onChange(checked ? [...chosen, value] : chosen.filter((one) => one !== value));
              }}
            />
            {label}
          </label>
        ))}
      </div>
      <p id={id} className="hint">
        {help}
      </p>
    </fieldset>
  );
}
