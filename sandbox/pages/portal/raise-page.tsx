import { useCallback } from 'react';
import { useAnswer } from '../shell/use-answer';
import { messageOf } from '../site/http';
import { readRequestFields, readRequestType } from '../site/portal';
import { useText } from '../text/text';
import { PortalFrame, PortalModules } from './portal-frame';
import { RequestForm } from './request-form';

/** The form of a request type, with what apps add to it. */
export function RaisePage({ portal, type }: { readonly portal: string; readonly type: string }) {
  const text = useText();
  const [answer] = useAnswer(
    useCallback(async () => {
      const [about, fields] = await Promise.all([
        readRequestType(portal, type),
        readRequestFields(portal, type),
      ]);
      return { about, fields };
    }, [portal, type]),
  );
  if (answer.state === 'loading') return <p role="status">{text('loading')}</p>;
  if (answer.state === 'failed') return <p role="alert">{messageOf(answer.error)}</p>;
  const { about, fields } = answer.value;
  return (
    <PortalFrame kind="create_request" title={about.name} portal={portal} requestType={type}>
      {about.helpText && <p className="lead">{about.helpText}</p>}
      <RequestForm portal={portal} type={type} fields={fields}>
        <PortalModules
          type="portalRequestCreatePropertyPanel"
          kind="create_request"
          portal={portal}
          requestType={type}
        />
      </RequestForm>
    </PortalFrame>
  );
}
