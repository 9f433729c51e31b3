import { useCallback } from 'react';
import { Link } from '../shell/link';
import { portalAddress } from '../routes';
import { useAnswer } from '../shell/use-answer';
import { messageOf } from '../site/http';
import { readPortals, readRequestTypes } from '../site/portal';
import { useText } from '../text/text';
import { PortalFrame } from './portal-frame';

/** What can be asked for at a portal, by groups. A request type without a group is not listed. */
export function PortalPage({ id }: { readonly id: string }) {
  const text = useText();
  const [answer] = useAnswer(
    useCallback(async () => {
      const [portals, types] = await Promise.all([readPortals(), readRequestTypes(id)]);
      return { portal: portals.find((one) => one.id === id), types };
    }, [id]),
  );
  if (answer.state === 'loading') return <p role="status">{text('loading')}</p>;
  if (answer.state === 'failed') return <p role="alert">{messageOf(answer.error)}</p>;
  const { portal, types } = answer.value;
  const groups = (portal?.groups ?? []).map((group) => ({
    ...group,
    types: types.filter(({ groupIds }) => groupIds.includes(group.id)),
  }));
  const listed = groups.filter((group) => group.types.length > 0);
  return (
    <PortalFrame kind="portal" title={portal?.name ?? text('portal.all')} portal={id}>
      {listed.length === 0 && <p>{text('portal.noTypes')}</p>}
      {listed.map((group) => (
        <section key={group.id} aria-label={group.name}>
          <h2>{group.name}</h2>
          <ul className="portal-types">
            {group.types.map((type) => (
              <li key={type.id}>
                <Link className="portal-tile" href={`${portalAddress(id)}/create/${type.id}`}>
                  <strong>{type.name}</strong>
                  <span className="subtle">{type.description}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </PortalFrame>
  );
}
