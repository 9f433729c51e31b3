import { useState } from 'react';
import { messageOf } from '../site/http';
import { resetSite, waitForIdle } from '../site/sandbox';
import { useText } from '../text/text';

/** Waiting for the app to come to rest, and starting over. */
export function SiteTab() {
  const text = useText();
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<unknown>, done: string) => {
    setBusy(true);
    setSaid('');
    setSaid(await work().then(() => done, messageOf));
    setBusy(false);
  };
  return (
    <>
      <h2>{text('back.idle')}</h2>
      <p>{text('back.idleText')}</p>
      <button
        type="button"
        className="button"
        disabled={busy}
        onClick={() => void run(waitForIdle, text('back.idleDone'))}
      >
        {text('back.idle')}
      </button>
      <h2>{text('back.reset')}</h2>
      <p>{text('back.resetText')}</p>
      <button
        type="button"
        className="button button-danger"
        disabled={busy}
        onClick={() => {
          if (window.confirm(text('back.resetSure'))) void run(resetSite, text('back.resetDone'));
        }}
      >
        {text('back.reset')}
      </button>
      <p role="status">{said}</p>
    </>
  );
}
