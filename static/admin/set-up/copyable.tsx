import { useId, useRef, useState } from 'react';
import { Button } from '../../kit/controls/button';
import { useViewer } from '../../kit/texts/texts';

type Props = { readonly label: string; readonly text: string };

/** A text to take along. Where the browser does not let a frame copy, it is selected, so that a key does it. */
export function Copyable({ label, text }: Props) {
  const { t } = useViewer();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [done, setDone] = useState<'copied' | 'notCopied'>();
  const copy = async () => {
    area.current?.select();
    const outcome = navigator.clipboard.writeText(text).then(
      () => 'copied' as const,
      () => 'notCopied' as const,
    );
    setDone(await outcome);
  };
  return (
    <div className="copyable">
      <label htmlFor={id}>{label}</label>
      <div className="copyable-row">
        <textarea
          ref={area}
          id={id}
          readOnly
          spellCheck={false}
          rows={text.split('\n').length}
          value={text}
          onFocus={({ target }) => {
            target.select();
          }}
        />
        <Button
          isSmall
          aria-label={t('admin.alerts.copy', { what: label })}
          onClick={() => void copy()}
        >
          {t('admin.alerts.copyShort')}
        </Button>
      </div>
      <span role="status" className="hint">
        {done && t(`admin.alerts.${done}`)}
      </span>
    </div>
  );
}
