import { type ReactNode, useId } from 'react';
import { DropDown } from '../../kit/controls/fields';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The options. */
  readonly children: ReactNode;
};

/** A word of the site or of ours, and beside it what it stands for. */
export function MappingRow({ label, value, onChange, children }: Props) {
  const id = useId();
  return (
    <div className="mapping-row">
      <label htmlFor={id}>{label}</label>
      <DropDown
        id={id}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      >
        {children}
      </DropDown>
    </div>
  );
}
