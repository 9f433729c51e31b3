import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../kit/controls/button';
import { useViewer } from '../../../kit/texts/texts';
import { CopyText } from '../entries/copy-text';

export const FORMATS = ['markdown', 'csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];

const FILES = {
  markdown: { ending: 'md', type: 'text/markdown' },
  csv: { ending: 'csv', type: 'text/csv' },
  json: { ending: 'json', type: 'application/json' },
} as const;

/** A link that downloads the file; copied by hand where frames may not download. */
export function FileReady({ format, text, name }: { format: Format; text: string; name: string }) {
  const { t } = useViewer();
  const link = useRef<HTMLAnchorElement>(null);
  const [isCopied, setCopied] = useState(false);
  const { ending, type } = FILES[format];
  const file = `${name}-timeline.${ending}`;
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    link.current?.setAttribute('href', made);
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [text, type]);
  return (
    <div className="export-file">
      <p role="status">{t('timeline.export.ready', { name: file })}</p>
      <div className="choices">
        <a ref={link} className="button export-link" href="#file" download={file}>
          {t('timeline.export.download')}
        </a>
        <Button
          onClick={() => {
            setCopied(true);
          }}
        >
          {t('timeline.menu.copy')}
        </Button>
      </div>
      {isCopied && <CopyText text={text} />}
    </div>
  );
}
