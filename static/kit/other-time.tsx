import { useState } from 'react';
import { fromLocalInput, toLocalInput } from './moments';
import { useViewer } from './texts';

type Props = {
  /** Opens the field. */
  readonly choice: string;
  readonly label: string;
  /** Says what is in the field. */
  readonly say: string;
  /** What the field starts with, in epoch milliseconds. */
  readonly start: number;
  readonly busy: boolean;
  /** In epoch milliseconds; whether it was taken. The field closes then. */
  readonly onSay: (moment: number) => Promise<boolean>;
};

/** The last of some quick times: another one, typed. */
export function OtherTime({ choice, label, say, start, busy, onSay }: Props) {
  const viewer = useViewer();
  const [typed, setTyped] = useState<string>();
  if (typed === undefined) {
    return (
      <button
        type="button"
        className="button button-link"
        onClick={() => {
          setTyped(toLocalInput(new Date(start).toISOString(), viewer));
        }}
      >
        {choice}
      </button>
    );
  }
  const moment = fromLocalInput(typed, viewer);
  return (
    <>
      <input
        type="datetime-local"
        className="input"
        aria-label={label}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
      <button
        type="button"
        className="button"
        disabled={busy || moment === undefined}
        onClick={() => {
          if (moment === undefined) return;
          void onSay(Date.parse(moment)).then((done) => {
            if (done) setTyped(undefined);
          });
        }}
      >
        {say}
      </button>
    </>
  );
}
