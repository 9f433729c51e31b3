import { Link } from '../shell/link';
import { portalAddress } from '../routes';
import { useAnswer } from '../shell/use-answer';
import { messageOf } from '../site/http';
import { readPortals } from '../site/portal';
import { useText } from '../text/text';
import { PortalFrame } from './portal-frame';

/** All portals of the site. */
export function PortalsPage() {
  const text = useText();
  const [portals] = useAnswer(readPortals);
  return (
    <PortalFrame kind="help_center" title={text('portal.all')}>
      {portals.state === 'failed' && <p role="alert">{messageOf(portals.error)}</p>}
      {portals.state === 'ready' && (
        <ul className="tiles">
          {portals.value.map(({ id, name, projectKey }) => (
            <li key={id}>
              <Link className="portal-tile" href={portalAddress(id)}>
                <strong>{name}</strong>
                <span className="subtle">{projectKey}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </PortalFrame>
  );
}
