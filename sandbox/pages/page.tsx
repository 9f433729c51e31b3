import { useEffect } from 'react';
import { AppsPage } from './admin/apps-page';
import { ModulePage } from './admin/module-page';
import { BackstagePage } from './backstage/backstage-page';
import { CreatePage } from './create/create-page';
import { DashboardPage } from './dashboard/dashboard-page';
import { DashboardsPage } from './dashboard/dashboards-page';
import { SpacePage } from './wiki/space-page';
import { WikiPage } from './wiki/wiki-page';
import { IssuePage } from './issue/issue-page';
import { HelpCenterPage } from './portal/help-center-page';
import { RequestTypesPage } from './portal/request-types-page';
import { FoundPage } from './search/found-page';
import { StartPage } from './start/start-page';
import { useText, type Text } from './text/text';
import { Link } from './shell/link';
import { go } from './shell/navigate';
import { projectSearch, type Route } from './routes';

/** The page of a route. */
export function Page({ route, query }: { route: Route; query: URLSearchParams }) {
  const text = useText();
  const title = titleOf(route, text);
  useEffect(() => {
    if (title !== undefined) document.title = `${title} - Jira`;
  }, [title]);
  switch (route.page) {
    case 'start':
      return <StartPage />;
    case 'issue':
      return <IssuePage key={route.key} issueKey={route.key} />;
    case 'list':
      return <FoundPage jql={query.get('jql') ?? ''} filter={query.get('filter') ?? ''} />;
    case 'create':
      return <CreatePage key={query.toString()} query={query} />;
    case 'project':
      return <Redirect to={projectSearch(route.key)} />;
    case 'apps':
      return <AppsPage />;
    case 'module':
      return <ModulePage key={route.moduleKey} {...route} />;
    case 'dashboards':
      return <DashboardsPage />;
    case 'dashboard':
      return <DashboardPage key={route.id} id={route.id} />;
    case 'backstage':
      return <BackstagePage />;
    case 'space':
      return <SpacePage key={route.key} spaceKey={route.key} />;
    case 'wiki':
      return <WikiPage key={route.id} id={route.id} />;
    case 'help-center':
      return <HelpCenterPage {...route} />;
    case 'request-types':
      return <RequestTypesPage key={route.type ?? ''} {...route} />;
    case 'unknown':
      return <NotFound />;
  }
}

/** Pages that read something first set their title themselves. */
function titleOf({ page }: Route, text: Text): string | undefined {
  switch (page) {
    case 'start':
      return text('start.title');
    case 'list':
      return text('list.title');
    case 'create':
      return text('create.plain');
    case 'apps':
      return text('admin.title');
    case 'dashboards':
      return text('dash.title');
    case 'backstage':
      return text('back.title');
    case 'unknown':
      return text('notFound.title');
    case 'dashboard':
    case 'issue':
    case 'space':
    case 'wiki':
    case 'project':
    case 'module':
    case 'help-center':
    case 'request-types':
      return undefined;
  }
}

function Redirect({ to }: { readonly to: string }) {
  useEffect(() => {
    go(to, { replace: true });
  }, [to]);
  return null;
}

function NotFound() {
  const text = useText();
  return (
    <div className="empty-page">
      <h1>{text('notFound.title')}</h1>
      <p>{text('notFound.text')}</p>
      <p>
        <Link href="/">{text('notFound.home')}</Link>
      </p>
    </div>
  );
}
