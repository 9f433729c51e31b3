import { useCallback, useEffect, useState } from 'react';
import { AdfView } from '../adf/adf-view';
import { useHost } from '../shell/host';
import { Link } from '../shell/link';
import { useRefresh } from '../shell/refresh';
import { spaceAddress } from '../routes';
import { useSession, useZone } from '../shell/session';
import { useAnswer } from '../shell/use-answer';
import { readPage, type WikiPage as Page, type WikiSpace } from '../site/confluence';
import { readModules } from '../site/sandbox';
import type { AdfNode } from '../site/types';
import { showMoment } from '../text/moment';
import { useText } from '../text/text';
import { Macros } from './macros';
import { PageEditor } from './page-editor';
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
  return <Shown key={answer.value.page.version.number} {...answer.value} again={again} />;
}

type Props = {
  readonly page: Page;
  readonly space: WikiSpace;
  readonly mayWrite: boolean;
  readonly document: AdfNode | undefined;
  readonly again: () => Promise<void>;
};

function Shown({ page, space, mayWrite, document, again }: Props) {
  const text = useText();
  const { setTitle } = useHost();
  const [editing, setEditing] = useState(false);
  const [macros] = useAnswer(readMacros);
  const modules = macros.state === 'ready' ? macros.value : undefined;
  const title = `${page.title} - ${space.name} - Confluence`;
  useEffect(() => {
    setTitle(title);
  }, [setTitle, title]);
  const body = document ? (
    <AdfView node={document} top={2} />
  ) : (
    <p className="subtle">{text('wiki.empty')}</p>
  );
  const done = (published: boolean) => {
    setEditing(false);
    if (published) void again();
  };
  return (
    <article className="page wiki">
      <nav aria-label={text('wiki.breadcrumb')} className="breadcrumb">
        <Link href={spaceAddress(space.key)}>{space.name}</Link>
        <span aria-hidden="true">/</span>
        <span aria-current="page">{page.title}</span>
      </nav>
      <h1>{page.title}</h1>
      <Byline {...page} />
      {editing ? (
        <PageEditor page={page} space={space} document={document} modules={modules} onDone={done} />
      ) : (
        <>
          <p className="button-row">
            {mayWrite && (
              <button
                type="button"
                className="button"
                onClick={() => {
                  setEditing(true);
                }}
              >
                {text('wiki.edit')}
              </button>
            )}
            <a className="button" href={`/wiki/exportword?pageId=${page.id}`}>
              {text('wiki.export')}
            </a>
          </p>
          <Macros modules={modules} page={page} space={space} isEditing={false}>
            {body}
          </Macros>
        </>
      )}
    </article>
  );
}

const readMacros = () => readModules('macro');

/** An app's account is none of the people: it is called an app. */
function Byline({ authorId, version }: Page) {
  const text = useText();
  const { people } = useSession();
  const when = showMoment(version.createdAt, useZone());
  const author = people.find(({ accountId }) => accountId === authorId);
  const name = author?.displayName ?? text('wiki.someone');
  return <p className="subtle">{text('wiki.by', { name, when, version: version.number })}</p>;
}
