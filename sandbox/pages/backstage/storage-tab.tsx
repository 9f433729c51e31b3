import { messageOf } from '../site/http';
import { useText } from '../text/text';
import { shown } from './rows';
import { useLive } from './use-live';

/** What the app has stored, as a tree. */
export function StorageTab() {
  const text = useText();
  const [answer] = useLive('storage');
  if (answer.state === 'loading') return <p role="status">{text('loading')}</p>;
  if (answer.state === 'failed') return <p role="alert">{messageOf(answer.error)}</p>;
  return (
    <div className="tree">
      <Node name="" value={answer.value} depth={0} />
    </div>
  );
}

type NodeProps = { readonly name: string; readonly value: unknown; readonly depth: number };

/** The first two levels are open; deeper ones open when pressed. */
function Node({ name, value, depth }: NodeProps) {
  const text = useText();
  if (typeof value !== 'object' || value === null) {
    return (
      <p>
        <code>{name}</code> {shown(value)}
      </p>
    );
  }
  const entries: [string, unknown][] = Object.entries(value);
  const children = entries.map(([key, child]) => (
    <Node key={key} name={key} value={child} depth={depth + 1} />
  ));
  if (depth === 0) {
    return entries.length > 0 ? (
      <>{children}</>
    ) : (
      <p className="empty-note">{text('back.empty')}</p>
    );
  }
  return (
    <details open={depth <= 1}>
      <summary>
        <code>{name}</code> <span className="subtle">{entries.length}</span>
      </summary>
      {children}
    </details>
  );
}
