import { useState } from 'react';
import { Button } from '../controls/button';
import { TimeField } from '../controls/time-field';
import { fromLocalInput, toLocalInput } from '../texts/moments';
import { useViewer } from '../texts/texts';

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
      <Button
        appearance="link"
        onClick={() => {
          setTyped(toLocalInput(new Date(start).toISOString(), viewer));
        }}
      >
        {choice}
      </Button>
    );
  }
  const moment = fromLocalInput(typed, viewer);
  return (
    <>
      <TimeField aria-label={label} value={typed} onChange={setTyped} />
      <Button
        disabled={busy || moment === undefined}
        onClick={() => {
          if (moment === undefined) return;
          void onSay(Date.parse(moment)).then((done) => {
            if (done) setTyped(undefined);
          });
        }}
      >
        {say}
      </Button>
    </>
  );
}
