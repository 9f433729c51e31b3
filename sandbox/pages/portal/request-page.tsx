import { useCallback } from 'react';
import { toText } from '../adf/text';
import { Link } from '../shell/link';
import { useSession } from '../shell/session';
import { useAnswer } from '../shell/use-answer';
import { messageOf } from '../site/http';
import { readRequest } from '../site/portal';
import { useText } from '../text/text';
import { PortalFrame } from './portal-frame';

/** A request as whoever raised it sees it. */
export function RequestPage({ portal, request }: { portal: string; request: string }) {
  const text = useText();
  const { person } = useSession();
  const [answer] = useAnswer(useCallback(() => readRequest(request), [request]));
  if (answer.state === 'loading') return <p role="status">{text('loading')}</p>;
  if (answer.state === 'failed') return <p role="alert">{messageOf(answer.error)}</p>;
  const { issueKey, currentStatus, requestFieldValues } = answer.value;
  const summary = requestFieldValues.find(({ fieldId }) => fieldId === 'summary')?.value;
  return (
    <PortalFrame kind="view_request" title={`${issueKey} ${shown(summary)}`} portal={portal}>
      <p role="status" className="note">
        {text('portal.raised', { key: issueKey, status: currentStatus.status })}
      </p>
      <dl className="facts">
        {requestFieldValues.map(({ fieldId, label, value }) => (
          <div key={fieldId}>
            <dt>{label}</dt>
            <dd>{shown(value)}</dd>
          </div>
        ))}
      </dl>
      {!person.isCustomer && <Link href={`/browse/${issueKey}`}>{text('portal.inJira')}</Link>}
    </PortalFrame>
  );
}

type Named = { readonly value?: string; readonly name?: string; readonly displayName?: string };

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join(', ');
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? '');
  const { value: option, name, displayName } = value as Named;
  return option ?? name ?? displayName ?? toText(value);
}
