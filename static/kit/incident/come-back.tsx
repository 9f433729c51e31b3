import { useState } from 'react';
import { Button } from '../controls/button';
import { type IncidentActions } from './incident';
import { useViewer } from '../texts/texts';

type Props = { readonly busy: boolean; readonly bringBack: IncidentActions['bringBack'] };

/** "It came back": asks nothing. What it does to the clock is said once it is done, by whoever holds this. */
export function ComeBack({ busy, bringBack }: Props) {
  const { t } = useViewer();
  const [pressed, setPressed] = useState(false);
  return (
    <Button
      isBusy={busy && pressed}
      onClick={() => {
        setPressed(true);
        void bringBack();
      }}
    >
      {t('actions.bringBack')}
    </Button>
  );
}

/** What has just been done, for eyes and screen readers. Empty while there is nothing to say. */
export function DoneNote({ text }: { text?: string }) {
  return <div role="status">{text !== undefined && <p className="note note-done">{text}</p>}</div>;
}
