import { useCallback } from 'react';
import { Icon } from '../shell/icons';
import { refreshPage, useRefresh } from '../shell/refresh';
import { useAnswer } from '../shell/use-answer';
import { messageOf } from '../site/http';
import { readFilter, starFilter } from '../site/jira';
import type { Filter } from '../site/types';
import { useText } from '../text/text';
import { ListPage } from './list-page';

type Props = { readonly jql: string; readonly filter: string };

/** The search: by a query, or by a saved filter (`?filter=10001`), whose query can be changed. */
export function FoundPage({ jql, filter }: Props) {
  if (filter === '') return <ListPage jql={jql} />;
  return <SavedList key={filter} id={filter} jql={jql} />;
}

function SavedList({ id, jql }: { readonly id: string; readonly jql: string }) {
  const text = useText();
  const [filter, again] = useAnswer(useCallback(() => readFilter(id), [id]));
  useRefresh(again);
  if (filter.state === 'failed')
    return (
      <div className="page">
        <p role="alert" className="empty-page">
          {messageOf(filter.error)}
        </p>
      </div>
    );
  if (filter.state !== 'ready') return <p role="status">{text('loading')}</p>;
  return <ListPage jql={jql === '' ? filter.value.jql : jql} head={<Head {...filter.value} />} />;
}

function Head({ id, name, description, favourite }: Filter) {
  const text = useText();
  return (
    <>
      <div className="filter-head">
        <h1>{name}</h1>
        <button
          type="button"
          className="icon-button"
          aria-pressed={favourite}
          aria-label={text('list.star')}
          title={text('list.star')}
          onClick={() => void starFilter(id, !favourite).then(refreshPage)}
        >
          <Icon name="star" />
        </button>
      </div>
      {description !== '' && <p className="subtle">{description}</p>}
    </>
  );
}
