import { useHost } from '../shell/host';
import { Icon, TypeIcon } from '../shell/icons';
import { Link } from '../shell/link';
import { Menu } from '../shell/menu';
import { projectSearch } from '../shell/routes';
import { messageOf } from '../site/http';
import { deleteIssue } from '../site/jira';
import type { Issue } from '../site/types';
import { useText } from '../text/text';
import { SummaryEdit } from './summary-edit';
import { ModuleIcon } from './module-icon';
import type { Panels } from './use-panels';

type Props = {
  readonly issue: Issue;
  readonly panels: Panels;
  readonly changed: () => Promise<void>;
};

/** Where the issue is, what it says in one line, and what can be done with it. */
export function IssueHead({ issue, panels, changed }: Props) {
  const text = useText();
  const { project, issuetype } = issue.fields;
  // Who may not edit may not add an app either.
  const mayEdit = Object.keys(issue.editmeta?.fields ?? {}).length > 0;
  return (
    <header className="issue-head">
      <nav aria-label={text('issue.breadcrumb')} className="breadcrumb">
        <Link href={projectSearch(project.key)}>{text('nav.projects')}</Link>
        <span aria-hidden="true">/</span>
        <Link href={projectSearch(project.key)}>{project.name}</Link>
        <span aria-hidden="true">/</span>
        <Link href={`/browse/${issue.key}`} aria-current="page" className="breadcrumb-key">
          <TypeIcon name={issuetype.name} />
          {issue.key}
        </Link>
      </nav>
      <SummaryEdit issue={issue} changed={changed} />
      {mayEdit && (
        <div className="issue-bar">
          <AppsMenu panels={panels} />
          <ActionsMenu issue={issue} />
        </div>
      )}
    </header>
  );
}

function AppsMenu({ panels }: { readonly panels: Panels }) {
  const text = useText();
  return (
    <Menu
      label={text('issue.appsTitle')}
      button={
        <>
          <Icon name="apps" />
          {text('issue.apps')}
          <Icon name="chevron" />
        </>
      }
      buttonClass="button"
    >
      {(close) =>
        panels.offered.length === 0 ? (
          <p className="menu-note">{text('issue.noApps')}</p>
        ) : (
          panels.offered.map((module) => (
            <button
              key={module.key}
              type="button"
              className="menu-item"
              aria-pressed={panels.added.includes(module)}
              onClick={() => {
                panels.toggle(module.key);
                close();
              }}
            >
              <ModuleIcon module={module} />
              {module.title}
              {panels.added.includes(module) && <Icon name="check" />}
            </button>
          ))
        )
      }
    </Menu>
  );
}

function ActionsMenu({ issue }: { readonly issue: Issue }) {
  const text = useText();
  const host = useHost();
  const { key, fields } = issue;
  const remove = async () => {
    if (!window.confirm(text('issue.deleteSure', { key }))) return;
    const flag = { description: '', isAutoDismiss: true, actions: [], id: `delete-${key}` };
    try {
      await deleteIssue(key);
      host.showFlag({ ...flag, title: text('issue.deleted', { key }), type: 'success' });
      host.go(projectSearch(fields.project.key));
    } catch (error) {
      host.showFlag({ ...flag, title: messageOf(error), type: 'error' });
    }
  };
  return (
    <Menu
      wordless
      label={text('issue.actions')}
      button={<Icon name="more" />}
      buttonClass="icon-button"
    >
      {(close) => (
        <button
          type="button"
          className="menu-item"
          onClick={() => {
            close();
            void remove();
          }}
        >
          {text('issue.delete')}
        </button>
      )}
    </Menu>
  );
}
