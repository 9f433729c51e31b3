import { Button } from '../../kit/controls/button';

type Props = {
  /** What it is about, for screen readers. */
  readonly label: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly busy: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
};

/** Asks once before what cannot be taken back. */
export function Question({ label, text, yes, no, busy, onYes, onNo }: Props) {
  return (
    <div className="note note-warning" role="group" aria-label={label}>
      <p>{text}</p>
      <div className="buttons">
        <Button appearance="warning" disabled={busy} autoFocus onClick={onYes}>
          {yes}
        </Button>
        <Button appearance="subtle" disabled={busy} onClick={onNo}>
          {no}
        </Button>
      </div>
    </div>
  );
}
