import { useCallback, useEffect } from 'react';
import { AdfView } from '../adf/adf-view';
import { useHost } from '../shell/host';
import { Link } from '../shell/link';
import { useRefresh } from '../shell/refresh';
import { spaceAddress } from '../shell/routes';
import { useSession, useZone } from '../shell/session';
import { useAnswer } from '../shell/use-answer';
import { readPage, type WikiPage as Shown, type WikiSpace } from '../site/confluence';
import type { AdfNode } from '../site/types';
import { showMoment } from '../text/moment';
import { useText } from '../text/text';
import { Refused } from './refused';

/** A page of Confluence as people read it. */
export function WikiPage({ id }: { readonly id: string }) {
  const text = useText();
  const [answer, again] = useAnswer(useCallback(() => readPage(id), [id]));
  useRefresh(again);
  if (answer.state === 'loading') {
    return (
      <p className="page-wait" role="status">
        {text('loading')}
      </p>
    );
  }
  if (answer.state === 'failed') return <Refused error={answer.error} />;
  return <Reading {...answer.value} />;
}

type Props = {
  readonly page: Shown;
  readonly space: WikiSpace;
  readonly document: AdfNode | undefined;
};

function Reading({ page, space, document }: Props) {
  const text = useText();
  const { setTitle } = useHost();
  const title = `${page.title} - ${space.name} - Confluence`;
  useEffect(() => {
    setTitle(title);
  }, [setTitle, title]);
  return (
    <article className="page wiki">
      <nav aria-label={text('wiki.breadcrumb')} className="breadcrumb">
        <Link href={spaceAddress(space.key)}>{space.name}</Link>
        <span aria-hidden="true">/</span>
        <span aria-current="page">{page.title}</span>
      </nav>
      <h1>{page.title}</h1>
      <Byline {...page} />
      {document ? (
        <AdfView node={document} top={2} />
      ) : (
        <p className="subtle">{text('wiki.empty')}</p>
      )}
    </article>
  );
}

/** An app's account is none of the people: it is called an app. */
function Byline({ authorId, version }: Shown) {
  const text = useText();
  const { people } = useSession();
  const when = showMoment(version.createdAt, useZone());
  const author = people.find(({ accountId }) => accountId === authorId);
  const name = author?.displayName ?? text('wiki.someone');
  return <p className="subtle">{text('wiki.by', { name, when, version: version.number })}</p>;
}
