import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../kit/controls/button';
import { FailureNote } from '../kit/page/failure';
import { type Failure } from '../kit/incident/incident';
import { useViewer } from '../kit/texts/texts';

type Props = {
  readonly title: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly failure?: Failure;
  readonly children: ReactNode;
  /** Resolves to true when it is done, to false when it failed or was not sent. */
  readonly onSubmit: () => Promise<boolean>;
  readonly onClose: () => void;
};

/**
 * A question in the panel, asked in place: its title takes the focus, Escape and "Close" leave everything as it is, a
 * failure is told beside the button and nothing typed is lost.
 */
export function FormFrame({ title, submit, busy, failure, children, onSubmit, onClose }: Props) {
  const { t } = useViewer();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [tried, setTried] = useState(false);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <form
      className="ask"
      aria-labelledby={id}
      noValidate // our own sentence says more than the browser's bubble
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        void onSubmit().then((done) => {
          if (done) onClose();
        });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <h2 id={id} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
      {tried && failure && <FailureNote failure={failure} />}
      <div className="form-buttons">
        <Button appearance="primary" type="submit" disabled={busy}>
          {busy && tried ? t('panel.saving') : submit}
        </Button>
        <Button appearance="subtle" onClick={onClose}>
          {t('actions.close')}
        </Button>
      </div>
    </form>
  );
}
