import { Component, type ReactNode, useState } from 'react';
import { Button } from '../controls/button';
import { copyText } from './copy';
import { detailsOfFault } from './details-of-fault';
import { useViewer } from '../texts/texts';

/** A part of a page that is fetched when it is opened could not be: the connection is down, or it is no longer there. */
export class NotFetched extends Error {
  override readonly name = 'NotFetched';
}

type Props = {
  /** What people call the part; absent for a whole surface. */
  readonly part?: string;
  readonly children: ReactNode;
};
type State = { readonly fault?: unknown };

/** What breaks inside says so in its place, and everything around it stays. */
export class Boundary extends Component<Props, State> {
  override readonly state: State = {};

  static getDerivedStateFromError(fault: unknown): State {
    return { fault };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    const { part, children } = this.props;
    if (fault === undefined) return children;
    return (
      <Broken
        fault={fault}
        part={part}
        onAgain={() => {
          // React does not fetch a part again that it could not fetch once; a surface begins anew with all it knows.
          if (part === undefined || fault instanceof NotFetched) location.reload();
          else this.setState({ fault: undefined });
        }}
      />
    );
  }
}

type BrokenProps = {
  readonly fault: unknown;
  readonly part: string | undefined;
  readonly onAgain: () => void;
};

function Broken({ fault, part, onAgain }: BrokenProps) {
  const { t, surface = '', version = '' } = useViewer();
  const [isCopied, setCopied] = useState<boolean>();
  const details = detailsOfFault(fault, [surface, part ?? '', version]);
  return (
    <div className="note note-error">
      <div role="alert">{sentence()}</div>
      <div className="choices">
        <Button onClick={onAgain}>{t('broken.lookAgain')}</Button>
        <Button onClick={() => void copyText(details).then(setCopied)}>{t('broken.copy')}</Button>
      </div>
      <div role="status">
        {isCopied !== undefined && t(isCopied ? 'broken.copied' : 'broken.notCopied')}
      </div>
      {isCopied === false && <pre className="broken-details">{details}</pre>}
    </div>
  );

  function sentence(): string {
    if (!part) return t('broken.surface');
    return t(fault instanceof NotFetched ? 'broken.notFetched' : 'broken.part', { name: part });
  }
}
