import { useEffect } from 'react';
import type { Flag } from '../bridge/frame';
import { useText } from '../text/text';
import { Icon, type IconName } from './icons';
import { Link } from './link';

const ICONS: Readonly<Record<Flag['type'], IconName>> = {
  info: 'info',
  success: 'check',
  warning: 'warning',
  error: 'warning',
};

const AUTO_DISMISS_MS = 8000;

type Props = { readonly flags: readonly Flag[]; readonly onClose: (id: string) => void };

/** The messages at the lower left edge, newest first, told to screen readers as they come. */
export function Flags({ flags, onClose }: Props) {
  const text = useText();
  return (
    <section className="flags" aria-label={text('flags')} aria-live="polite">
      {flags.map((flag) => (
        <FlagCard key={flag.id} flag={flag} onClose={onClose} />
      ))}
    </section>
  );
}

function FlagCard({ flag, onClose }: { readonly flag: Flag } & Omit<Props, 'flags'>) {
  const text = useText();
  const { id, isAutoDismiss } = flag;
  useEffect(() => {
    if (!isAutoDismiss) return undefined;
    const timer = setTimeout(() => {
      onClose(id);
    }, AUTO_DISMISS_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [id, isAutoDismiss, onClose]);

  return (
    <article className={`flag flag-${flag.type}`}>
      <Icon name={ICONS[flag.type]} />
      <div className="flag-text">
        <strong>{flag.title}</strong>
        {flag.description && <p>{flag.description}</p>}
        {flag.actions.length > 0 && (
          <p className="flag-actions">
            {flag.actions.map((action) =>
              action.href === undefined ? (
                <button
                  key={action.text}
                  type="button"
                  className="link"
                  onClick={() => {
                    action.onClick?.();
                  }}
                >
                  {action.text}
                </button>
              ) : (
                <Link key={action.text} href={action.href}>
                  {action.text}
                </Link>
              ),
            )}
          </p>
        )}
      </div>
      <button
        type="button"
        className="icon-button"
        aria-label={text('flag.dismiss')}
        onClick={() => {
          onClose(id);
        }}
      >
        <Icon name="close" />
      </button>
    </article>
  );
}
