import { useId } from 'react';
import { DropDown } from '../controls/fields';

type Props<Value extends string | number> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
};

/** One of some. */
export function Select<Value extends string | number>({
  label,
  value,
  options,
  onChange,
}: Props<Value>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <DropDown
        id={id}
        className="select-wide"
        value={String(value)}
        onChange={({ currentTarget }) => {
          const chosen = options.find((one) => String(one.value) === currentTarget.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((one) => (
          <option key={one.value} value={String(one.value)}>
            {one.label}
          </option>
        ))}
      </DropDown>
    </div>
  );
}
