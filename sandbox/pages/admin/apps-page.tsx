import { useCallback, type ReactNode } from 'react';
import { Link } from '../shell/link';
import { useAnswer } from '../shell/use-answer';
import { messageOf } from '../site/http';
import { readApp, readModules, type AppInfo } from '../site/sandbox';
import { useText } from '../text/text';

/** The administration of the installed app: what it is, what it may do, and the way to its own settings. */
export function AppsPage() {
  const text = useText();
  const [app] = useAnswer(readApp);
  return (
    <div className="page">
      <h1>{text('admin.title')}</h1>
      {app.state === 'failed' && <p role="alert">{messageOf(app.error)}</p>}
      {app.state === 'ready' && <AppCard app={app.value} />}
    </div>
  );
}

function AppCard({ app }: { readonly app: AppInfo }) {
  const text = useText();
  return (
    <article className="app-card">
      <header className="app-head">
        <div>
          <p className="subtle">{text('admin.installed')}</p>
          <h2>{app.name}</h2>
          <p className="subtle">
            {text('admin.version')} {app.version}
          </p>
        </div>
        <AdminPages />
      </header>
      <dl className="facts">
        <Fact name={text('admin.appId')}>
          <code>{app.appId}</code>
        </Fact>
        <Fact name={text('admin.environment')}>
          <code>{app.environmentId}</code>
        </Fact>
        <Fact name={text('admin.scopes')}>
          <CodeList items={app.scopes} />
        </Fact>
        <Fact name={text('admin.egress')}>
          {app.egress.length > 0 ? <CodeList items={app.egress} /> : text('admin.noEgress')}
        </Fact>
      </dl>
      <h3>{text('admin.modules')}</h3>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={text('admin.modules')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{text('admin.moduleTitle')}</th>
              <th scope="col">{text('admin.moduleType')}</th>
              <th scope="col">{text('admin.key')}</th>
            </tr>
          </thead>
          <tbody>
            {app.modules.map(({ type, key, title }) => (
              <tr key={`${type} ${key}`}>
                <td>{title}</td>
                <td>
                  <code>{type}</code>
                </td>
                <td>
                  <code>{key}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </article>
  );
}

/** The app's pages behind "Get started" and "Configure"; the server names none but to administrators. */
function AdminPages() {
  const text = useText();
  const [pages] = useAnswer(useCallback(() => readModules('jira:adminPage'), []));
  if (pages.state !== 'ready') return null;
  const buttons = BUTTONS.flatMap((one) => {
    const page = pages.value.find(({ behind }) => behind === one.behind);
    return page ? [{ ...one, href: `/jira/settings/apps/${page.key}` }] : [];
  });
  return (
    <p className="app-actions">
      {buttons.map(({ behind, name, href }) => (
        <Link key={behind} href={href} className="button button-primary">
          {text(name)}
        </Link>
      ))}
    </p>
  );
}

const BUTTONS = [
  { behind: 'get-started', name: 'admin.getStarted' },
  { behind: 'configure', name: 'admin.configure' },
] as const;

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function CodeList({ items }: { readonly items: readonly string[] }) {
  return (
    <ul className="code-list">
      {items.map((item) => (
        <li key={item}>
          <code>{item}</code>
        </li>
      ))}
    </ul>
  );
}
