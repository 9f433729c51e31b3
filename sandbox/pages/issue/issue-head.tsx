import { Icon, TypeIcon } from '../shell/icons';
import { Link } from '../shell/link';
import { Menu } from '../shell/menu';
import { projectSearch } from '../routes';
import type { Issue } from '../site/types';
import { useText } from '../text/text';
import { ActionsMenu } from './actions-menu';
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
      <div className="issue-bar">
        {mayEdit && <AppsMenu panels={panels} />}
        <ActionsMenu issue={issue} mayEdit={mayEdit} />
      </div>
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
