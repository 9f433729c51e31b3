import { Fragment, useCallback } from 'react';
import { readSpaces } from '../site/confluence';
import { readProjects, readStarred } from '../site/jira';
import { readModules } from '../site/sandbox';
import { useText } from '../text/text';
import { Item } from './nav-item';
import { projectAt, ProjectPages } from './project-pages';
import { useRefresh } from './refresh';
import { projectSearch, searchAddress, spaceAddress } from '../routes';
import { useSession } from './session';
import { anew, useAnswer } from './use-answer';

/** The navigation at the left: the site's pages, its projects, the app's own pages. */
export function SideNav({ path, query }: { path: string; query: URLSearchParams }) {
  const text = useText();
  const { person, hasConfluence } = useSession();
  const { accountId } = person;
  const [projects] = useAnswer(useCallback(() => anew(accountId, readProjects), [accountId]));
  const [pages] = useAnswer(
    useCallback(() => anew(accountId, () => readModules('jira:globalPage')), [accountId]),
  );
  const jql = query.get('jql') ?? '';
  return (
    <nav className="side-nav" id="site-nav" aria-label={text('nav.label')}>
      <Item icon="home" href="/jira/your-work" here={path === '/' || path === '/jira/your-work'}>
        {text('nav.forYou')}
      </Item>
      <Item
        icon="list"
        href={searchAddress('created >= -365d ORDER BY created DESC')}
        here={path.startsWith('/issues') && !jql.startsWith('project =') && !query.has('filter')}
      >
        {text('nav.search')}
      </Item>
      <Item icon="grid" href="/jira/dashboards" here={path.startsWith('/jira/dashboards')}>
        {text('dash.title')}
      </Item>
      <p className="nav-title">{text('nav.projects')}</p>
      {projects.state === 'ready' &&
        projects.value.map(({ key, name }) => (
          <Fragment key={key}>
            <Item
              icon="folder"
              href={projectSearch(key)}
              here={path === `/projects/${key}` || jql.startsWith(`project = ${key} `)}
            >
              {name}
            </Item>
            {projectAt(path, jql) === key && <ProjectPages project={key} path={path} />}
          </Fragment>
        ))}
      {hasConfluence && <Spaces path={path} />}
      <Starred at={query.get('filter')} />
      {pages.state === 'ready' && pages.value.length > 0 && (
        <>
          <p className="nav-title">{text('nav.apps')}</p>
          {pages.value.map(({ key, title }) => (
            <Item key={key} icon="apps" href={`/jira/apps/${key}`} here={path.includes(`/${key}`)}>
              {title}
            </Item>
          ))}
        </>
      )}
      <hr />
      <Item icon="settings" href="/jira/settings/apps" here={path.startsWith('/jira/settings')}>
        {text('nav.settings')}
      </Item>
      <Item icon="stage" href="/backstage" here={path.startsWith('/backstage')}>
        {text('nav.backstage')}
      </Item>
      {path.startsWith('/jira/settings') && <AdminItems path={path} />}
    </nav>
  );
}

/** The spaces of Confluence that this person may see. */
function Spaces({ path }: { readonly path: string }) {
  const text = useText();
  const { accountId } = useSession().person;
  const [spaces] = useAnswer(useCallback(() => anew(accountId, readSpaces), [accountId]));
  if (spaces.state !== 'ready' || spaces.value.length === 0) return null;
  return (
    <>
      <p className="nav-title">{text('nav.spaces')}</p>
      {spaces.value.map(({ key, name }) => {
        const href = spaceAddress(key);
        return (
          <Item key={key} icon="page" href={href} here={`${path}/`.startsWith(`${href}/`)}>
            {name}
          </Item>
        );
      })}
    </>
  );
}

function Starred({ at }: { readonly at: string | null }) {
  const text = useText();
  const [filters, again] = useAnswer(readStarred);
  useRefresh(again);
  if (filters.state !== 'ready' || filters.value.length === 0) return null;
  return (
    <>
      <p className="nav-title">{text('nav.filters')}</p>
      {filters.value.map(({ id, name }) => (
        <Item key={id} icon="star" href={`/issues/?filter=${id}`} here={at === id}>
          {name}
        </Item>
      ))}
    </>
  );
}

/** The app's pages in the administration, as its list "Apps" has them: none but for administrators. */
function AdminItems({ path }: { readonly path: string }) {
  const text = useText();
  const { accountId } = useSession().person;
  const [pages] = useAnswer(
    useCallback(() => anew(accountId, () => readModules('jira:adminPage')), [accountId]),
  );
  const listed = pages.state === 'ready' ? pages.value.filter((page) => !page.behind) : [];
  if (listed.length === 0) return null;
  return (
    <>
      <p className="nav-title">{text('nav.apps')}</p>
      {listed.map(({ key, title }) => {
        const href = `/jira/settings/apps/${key}`;
        return (
          <Item key={key} icon="apps" href={href} here={path.startsWith(href)}>
            {title}
          </Item>
        );
      })}
    </>
  );
}
