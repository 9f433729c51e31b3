import { useEffect, useState } from 'react';
import { TextArea } from '../../../kit/controls/fields';
import { useViewer } from '../../../kit/texts/texts';

/** Copies a text at once; where the browser forbids that to frames, the text is there to be copied by hand. */
export function CopyText({ text }: { text: string }) {
  const { t } = useViewer();
  const [state, setState] = useState<'done' | 'refused'>();
  useEffect(() => {
    let isCurrent = true;
    void copy(text).then((done) => {
      if (isCurrent) setState(done ? 'done' : 'refused');
    });
    return () => {
      isCurrent = false;
    };
  }, [text]);
  return (
    <div className="copy-text">
      <p role="status">
        {state && t(state === 'done' ? 'timeline.menu.copied' : 'timeline.menu.copyFailed')}
      </p>
      {state === 'refused' && (
        <TextArea
          className="area"
          readOnly
          rows={4}
          aria-label={t('timeline.menu.copyText')}
          value={text}
          onFocus={(event) => {
            event.currentTarget.select();
          }}
        />
      )}
    </div>
  );
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // the frame may not: the text is shown instead
  }
}
