import { useState } from 'react';
import { Button } from '../controls/button';
import { useViewer } from '../texts/texts';

type Props = {
  readonly text: string;
  readonly file: { readonly name: string; readonly type: string };
  readonly copy: string;
  readonly download: string;
};

/** Spreadsheets take a file for UTF-8 when it begins so. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A text to copy or to download. */
export function TakeAlong({ text, file, copy, download }: Props) {
  const { t } = useViewer();
  const [outcome, setOutcome] = useState<'copied' | 'notCopied'>();
  const copyText = async () => {
    const done = navigator.clipboard.writeText(text).then(
      () => 'copied' as const,
      () => 'notCopied' as const,
    );
    setOutcome(await done);
  };
  return (
    <div className="choices">
      <Button
        onClick={() => {
          save(text, file);
        }}
      >
        {download}
      </Button>
      <Button onClick={() => void copyText()}>{copy}</Button>
      <span role="status" className="take-along-said">
        {outcome && t(`takeAlong.${outcome}`)}
      </span>
    </div>
  );
}

function save(text: string, { name, type }: Props['file']): void {
  const mark = type === 'text/csv' ? BYTE_ORDER_MARK : '';
  const address = URL.createObjectURL(new Blob([mark + text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  Object.assign(link, { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
