import { useState } from 'react';
import { Icon } from '../shell/icons';
import { Link } from '../shell/link';
import { go } from '../shell/navigate';
import { useHost } from '../shell/host';
import { useAnswer } from '../shell/use-answer';
import { createDashboard, readDashboards } from '../site/dashboards';
import { messageOf } from '../site/http';
import { useText } from '../text/text';
import { NameDialog } from './name-dialog';

const dashboardAddress = (id: string): string => `/jira/dashboards/${id}`;

/** The dashboards that this person may see; a new one is their own. */
export function DashboardsPage() {
  const text = useText();
  const host = useHost();
  const [answer] = useAnswer(readDashboards);
  const [naming, setNaming] = useState(false);
  const create = async (name: string) => {
    try {
      const { id } = await createDashboard(name, '');
      go(dashboardAddress(id));
      return true;
    } catch (error) {
      const flag = { id: 'new-dashboard', type: 'error', isAutoDismiss: false } as const;
      host.showFlag({ ...flag, title: messageOf(error), actions: [] });
      return false;
    }
  };
  return (
    <div className="page">
      <div className="dashboard-head">
        <h1>{text('dash.title')}</h1>
        <button
          type="button"
          className="button button-primary"
          onClick={() => {
            setNaming(true);
          }}
        >
          {text('dash.create')}
        </button>
      </div>
      {answer.state === 'loading' && <p role="status">{text('loading')}</p>}
      {answer.state === 'failed' && <p role="alert">{messageOf(answer.error)}</p>}
      {answer.state === 'ready' && answer.value.length === 0 && (
        <p className="empty-note">{text('dash.none')}</p>
      )}
      <ul className="wiki-pages">
        {answer.state === 'ready' &&
          answer.value.map(({ id, name, owner }) => (
            <li key={id}>
              <Icon name="grid" />
              <Link href={dashboardAddress(id)}>{name}</Link>
              <span className="subtle">{text('dash.by', { name: owner.displayName })}</span>
            </li>
          ))}
      </ul>
      {naming && (
        <NameDialog
          title={text('dash.create')}
          name=""
          onClose={() => {
            setNaming(false);
          }}
          onName={create}
        />
      )}
    </div>
  );
}
