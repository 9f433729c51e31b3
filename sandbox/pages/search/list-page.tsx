import { useState, type ReactNode } from 'react';
import { go } from '../shell/navigate';
import { searchAddress } from '../routes';
import { messageOf } from '../site/http';
import { useText } from '../text/text';
import { ColumnMenu } from './column-menu';
import { ResultTable } from './result-table';
import { useColumns } from './use-columns';
import { useSearch } from './use-search';

const START = 'created >= -365d ORDER BY created DESC';

type Props = {
  readonly jql: string;
  /** Absent: the page's own title. */
  readonly head?: ReactNode;
};

/** The search for work items by JQL. */
export function ListPage({ jql, head }: Props) {
  const text = useText();
  const asked = jql.trim() === '' ? START : jql;
  const { chosen, offered, toggle } = useColumns();
  const found = useSearch(asked, chosen);
  return (
    <div className="page page-wide">
      {head ?? <h1>{text('list.title')}</h1>}
      <JqlForm key={asked} jql={asked} failed={found.error !== undefined} />
      {found.error !== undefined && (
        <p role="alert" id="jql-error" className="note note-error">
          {messageOf(found.error)}
        </p>
      )}
      {found.error === undefined && (
        <>
          <div className="list-bar">
            <p className="subtle" role="status">
              {found.count === undefined
                ? text('loading')
                : text(found.count === 1 ? 'list.count.one' : 'list.count', { count: found.count })}
            </p>
            <ColumnMenu offered={offered} chosen={chosen} onToggle={toggle} />
          </div>
          <ResultTable
            issues={found.issues}
            columns={chosen}
            jql={asked}
            onSort={(next) => {
              go(searchAddress(next));
            }}
          />
          {found.state === 'ready' && found.issues.length === 0 && (
            <p className="empty-note">{text('list.empty')}</p>
          )}
          {found.more && (
            <button type="button" className="button" onClick={() => void found.more?.()}>
              {text('list.more')}
            </button>
          )}
        </>
      )}
    </div>
  );
}

function JqlForm({ jql, failed }: { readonly jql: string; readonly failed: boolean }) {
  const text = useText();
  const [draft, setDraft] = useState(jql);
  return (
    <form
      className="jql"
      onSubmit={(event) => {
        event.preventDefault();
        go(searchAddress(draft));
      }}
    >
      <label className="hidden" htmlFor="jql">
        {text('list.jql')}
      </label>
      <input
        id="jql"
        className="input"
        spellCheck={false}
        autoComplete="off"
        aria-invalid={failed}
        aria-describedby={failed ? 'jql-error' : undefined}
        value={draft}
        onChange={({ target }) => {
          setDraft(target.value);
        }}
      />
      <button type="submit" className="button button-primary">
        {text('list.search')}
      </button>
    </form>
  );
}
