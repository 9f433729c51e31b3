import { useCallback } from 'react';
import { Link } from '../shell/link';
import { portalAddress, requestTypesAddress } from '../routes';
import { useAnswer } from '../shell/use-answer';
import { messageOf } from '../site/http';
import { readPortals, readRequestTypes } from '../site/portal';
import { useText } from '../text/text';
import { ArrangeForm } from './arrange-form';

type Props = { readonly project: string; readonly type?: string };

/** Project settings, "Request types": the list, or the form of one, arranged by hand. */
export function RequestTypesPage({ project, type }: Props) {
  const text = useText();
  return (
    <div className="page">
      <h1>{text('requestTypes.title')}</h1>
      {type === undefined ? (
        <List project={project} />
      ) : (
        <>
          <p className="breadcrumb">
            <Link href={requestTypesAddress(project)}>{text('requestTypes.title')}</Link>
          </p>
          <ArrangeForm type={type} />
        </>
      )}
    </div>
  );
}

function List({ project }: { readonly project: string }) {
  const text = useText();
  const [answer] = useAnswer(
    useCallback(async () => {
      const desk = (await readPortals()).find(({ projectKey }) => projectKey === project);
      return desk ? { desk, types: await readRequestTypes(desk.id) } : undefined;
    }, [project]),
  );
  if (answer.state === 'loading') return <p role="status">{text('loading')}</p>;
  if (answer.state === 'failed') return <p role="alert">{messageOf(answer.error)}</p>;
  if (!answer.value) return <p role="alert">{text('requestTypes.none')}</p>;
  const { desk, types } = answer.value;
  return (
    <>
      <p>
        <Link href={portalAddress(desk.id)}>{text('requestTypes.portal')}</Link>
      </p>
      <ul>
        {types.map(({ id, name, groupIds }) => (
          <li key={id}>
            <Link href={`${requestTypesAddress(project)}/request-type/${id}`}>{name}</Link>{' '}
            {groupIds.length === 0 && <span className="subtle">{text('requestTypes.hidden')}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
