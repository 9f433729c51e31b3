import { useZone } from '../shell/session';
import { messageOf } from '../site/http';
import { useText } from '../text/text';
import { pretty, rowsOf, shown } from './rows';
import { timeOf } from './time-of';
import { useLive } from './use-live';

/** Every call that left for the outside world, newest first, each with what was said. */
export function OutboxTab() {
  const text = useText();
  const { locale, timeZone } = useZone();
  const [answer] = useLive('outbox');
  if (answer.state === 'loading') return <p role="status">{text('loading')}</p>;
  if (answer.state === 'failed') return <p role="alert">{messageOf(answer.error)}</p>;
  const rows = [...rowsOf(answer.value)].reverse();
  if (rows.length === 0) return <p className="empty-note">{text('back.empty')}</p>;
  return (
    <ul className="entries">
      {rows.map((row, at) => (
        <li key={shown(row.id) || at}>
          <details className="card">
            <summary>
              <span className="subtle">{timeOf(row.time ?? row.at, locale, timeZone)}</span>
              <strong>{shown(row.service)}</strong>
              <code>
                {shown(row.method)} {shown(row.path ?? row.url)}
              </code>
            </summary>
            <h3>{text('back.request')}</h3>
            <pre className="code">{pretty(row.body ?? '')}</pre>
            <h3>{text('back.answer')}</h3>
            <pre className="code">{pretty(row.answer ?? '')}</pre>
          </details>
        </li>
      ))}
    </ul>
  );
}
