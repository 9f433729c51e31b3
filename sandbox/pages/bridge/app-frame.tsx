import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Place, UiModule } from '../../core/contract';
import { useHost } from '../shell/host';
import { useText } from '../text/text';
import { connect } from './connect';
import type { Widget } from './widget';

/** What Jira lets an app's frame do. */
const SANDBOX =
  'allow-popups allow-popups-to-escape-sandbox allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts';

/** The least height in CSS pixels; a frame grows with its content. */
const HEIGHTS = { small: 112, medium: 304, large: 560, xlarge: 736, max: 736 };

/** A frame that has said nothing for so long will not come any more. */
const PATIENCE_MS = 10_000;

type Props = {
  readonly module: UiModule;
  readonly place: Place;
  readonly title: string;
  readonly basePath?: string;
  readonly onClose?: (payload: unknown) => void;
  /** What the app saves with `view.submit`, in the form of a gadget or a macro. */
  readonly onSubmit?: (payload: unknown) => void;
  readonly widget?: Widget;
  /** Takes the height it is given instead of its content's. */
  readonly fill?: boolean;
};

/** An app's Custom UI: a frame on the app's own origin, with a skeleton until it has painted. */
export function AppFrame(props: Props) {
  const text = useText();
  const [attempt, setAttempt] = useState(0);
  const { module, title } = props;
  if (module.frameUrl === undefined) return <p className="note">{text('frame.none', { title })}</p>;
  return (
    <LiveFrame
      {...props}
      key={`${module.frameUrl} ${attempt}`}
      frameUrl={module.frameUrl}
      onRetry={() => {
        setAttempt(attempt + 1);
      }}
    />
  );
}

type LiveProps = Props & { readonly frameUrl: string; readonly onRetry: () => void };

function LiveFrame(props: LiveProps) {
  const { module, place, title, fill = false, frameUrl, onRetry } = props;
  const { basePath, onClose, onSubmit, widget } = props;
  const host = useHost();
  const text = useText();
  const iframe = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState<number>();
  const [failed, setFailed] = useState(false);
  const parts = useRef({ module, place, host, basePath, onClose, onSubmit, widget });
  useLayoutEffect(() => {
    parts.current = { module, place, host, basePath, onClose, onSubmit, widget };
  });
  // In the same step as the frame comes into the page: no message of its can be earlier than the listener.
  useLayoutEffect(
    () => connect(() => iframe.current?.contentWindow, frameUrl, parts, setHeight),
    [frameUrl],
  );
  useEffect(() => {
    const timer = setTimeout(() => {
      setFailed(true);
    }, PATIENCE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);

  const waiting = height === undefined;
  if (failed && waiting) {
    return (
      <div role="alert" className="note note-error">
        <p>{text('frame.failed', { title })}</p>
        <button type="button" className="button" onClick={onRetry}>
          {text('retry')}
        </button>
      </div>
    );
  }
  const least = leastHeight(module);
  return (
    <div className={fill ? 'app-frame app-frame-fill' : 'app-frame'}>
      {waiting && <Skeleton label={text('loading')} />}
      <iframe
        ref={iframe}
        src={frameUrl}
        title={title}
        sandbox={SANDBOX}
        style={fill ? undefined : { height: Math.max(height ?? 0, least) || 96 }}
        className={waiting ? 'app-frame-waiting' : undefined}
      />
    </div>
  );
}

/** Of the sizes that have a height of their own; measures and `resizable` are the dialog's. */
function leastHeight({ viewportSize }: UiModule): number {
  const sized = typeof viewportSize === 'string' && viewportSize in HEIGHTS;
  return sized ? HEIGHTS[viewportSize as keyof typeof HEIGHTS] : 0;
}

function Skeleton({ label }: { readonly label: string }) {
  return (
    <div className="skeleton" role="status">
      <span className="hidden">{label}</span>
      <span className="bone bone-wide" />
      <span className="bone" />
      <span className="bone bone-short" />
    </div>
  );
}
