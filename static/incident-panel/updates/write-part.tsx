import { useId, useState } from 'react';
import { Button } from '../../kit/controls/button';
import { copyText } from '../../kit/page/copy';
import { useDraft } from '../../kit/page/draft';
import { momentText } from '../../kit/texts/moments';
import { Primary } from '../../kit/incident/quick-times';
import { useServerNow } from '../../kit/texts/server-clock';
import { useViewer } from '../../kit/texts/texts';
import { type TabProps } from '../tab-props';
import { Completeness } from './completeness';
import { Fields } from './fields';
import { filled, nameFor, type Parts, type Side, wholeText } from './words';
import { type useTongue } from './use-tongue';

type Props = TabProps & { readonly side: Side; readonly tongue: ReturnType<typeof useTongue> };

const MINUTE_MS = 60_000;

/** An update for one side: filled from the answers, checked, shown as it will be read, copied with one press. */
export function WritePart({ side, tongue, incident, busy, actions }: Props) {
  const viewer = useViewer();
  const { t } = viewer;
  const id = useId();
  const now = useServerNow(Date.parse(incident.now), 15_000);
  // A draft per language: what was typed in one is not lost by a look at the other.
  const [draft, setDraft, clear] = useDraft<Parts | null>(
    `updates.${side}.${tongue.language}`,
    null,
  );
  const [note, setNote] = useState<'copied' | 'byHand'>();
  const parts = draft ?? filled(side, incident, tongue);
  const isFinal = incident.phase === 'resolved';
  const due = parts.nextMinutes === null || isFinal ? null : now + parts.nextMinutes * MINUTE_MS;
  const name = nameFor(side, incident, tongue);
  const next = due === null ? null : momentText(due, { ...viewer, locale: tongue.locale }, now);
  const text = wholeText(side, parts, { name, next, t: tongue.t });
  const send = async () => {
    const isCopied = await copyText(text);
    const about = {
      ...(due !== null && side === 'internal' && { next: due }),
      ...(isFinal && { isFinal }),
    };
    const done = await actions.say({ kind: 'update', audience: side, text, ...about });
    if (!done) return;
    setNote(isCopied ? 'copied' : 'byHand');
    if (isCopied) clear();
  };
  return (
    <section className="side" aria-labelledby={id}>
      <h3 id={id}>{t(`updates.side.${side}`)}</h3>
      <p className="hint">{t(`updates.sideHelp.${side}`)}</p>
      <p className="update-name">{name}</p>
      <Fields
        side={side}
        parts={parts}
        isFinal={isFinal}
        cadence={incident.response.cadenceMinutes}
        onChange={setDraft}
      />
      <Completeness
        side={side}
        incident={incident}
        parts={parts}
        busy={busy}
        onAnswer={actions.say}
      />
      <details className="preview">
        <summary>{t('updates.preview')}</summary>
        <pre tabIndex={0}>{text}</pre>
      </details>
      <div className="choices">
        <Primary busy={busy} onClick={send}>
          {t(isFinal ? 'updates.copyFinal' : 'updates.copy')}
        </Primary>
        {draft !== null && (
          <Button appearance="link" onClick={clear}>
            {t('updates.refill')}
          </Button>
        )}
      </div>
      <div role="status">
        {note && <p className="note note-done">{t(`updates.note.${note}`)}</p>}
      </div>
    </section>
  );
}
