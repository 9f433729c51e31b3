import { type ReactNode, useId } from 'react';

type Props<Value extends string> = {
  readonly legend: string;
  readonly value: Value | undefined;
  readonly choices: readonly { readonly value: Value; readonly label: ReactNode }[];
  readonly onChange: (value: Value) => void;
  /** Side by side, for short labels. */
  readonly inline?: boolean;
};

/** One of a few, all of them in view. */
export function Radios<Value extends string>({
  legend,
  value,
  choices,
  onChange,
  inline,
}: Props<Value>) {
  const name = useId();
  return (
    <fieldset className={inline ? 'radios radios-inline' : 'radios'}>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="radio">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => {
              onChange(choice.value);
            }}
          />
          <span className="radio-label">{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
