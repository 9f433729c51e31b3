import { useCallback, useEffect } from 'react';
import { useHost } from '../shell/host';
import { Icon } from '../shell/icons';
import { Link } from '../shell/link';
import { spaceAddress } from '../routes';
import { useZone } from '../shell/session';
import { useAnswer } from '../shell/use-answer';
import { readPagesOf, readSpace, type WikiPage, type WikiSpace } from '../site/confluence';
import { showMoment } from '../text/moment';
import { useText } from '../text/text';
import { Refused } from './refused';

/** A space of Confluence: its pages, the last changed first. */
export function SpacePage({ spaceKey }: { readonly spaceKey: string }) {
  const text = useText();
  const [answer] = useAnswer(
    useCallback(async () => {
      const space = await readSpace(spaceKey);
      return space && { space, pages: await readPagesOf(space) };
    }, [spaceKey]),
  );
  if (answer.state === 'loading') {
    return (
      <p className="page-wait" role="status">
        {text('loading')}
      </p>
    );
  }
  if (answer.state === 'failed') return <Refused error={answer.error} />;
  return answer.value ? <Pages {...answer.value} /> : <Refused />;
}

type Props = { readonly space: WikiSpace; readonly pages: readonly WikiPage[] };

function Pages({ space, pages }: Props) {
  const text = useText();
  const { setTitle } = useHost();
  const { name, key, homepageId } = space;
  useEffect(() => {
    setTitle(`${name} - Confluence`);
  }, [setTitle, name]);
  const shown = pages.filter(({ id }) => id !== homepageId);
  return (
    <div className="page">
      <h1>{name}</h1>
      <h2>{text('wiki.pages')}</h2>
      {shown.length === 0 && <p className="subtle">{text('wiki.noPages')}</p>}
      <ul className="wiki-pages">
        {shown.map((page) => (
          <PageRow key={page.id} spaceKey={key} page={page} />
        ))}
      </ul>
    </div>
  );
}

function PageRow({ spaceKey, page }: { readonly spaceKey: string; readonly page: WikiPage }) {
  const text = useText();
  const when = showMoment(page.version.createdAt, useZone());
  return (
    <li>
      <Icon name="page" />
      <Link href={`${spaceAddress(spaceKey)}/pages/${page.id}`}>{page.title}</Link>
      <span className="subtle">{text('wiki.changed', { when })}</span>
    </li>
  );
}
