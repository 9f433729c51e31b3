import { useEffect } from 'react';
import { useHost } from '../shell/host';
import { messageOf, SiteError } from '../site/http';
import { useText } from '../text/text';
import { Activity } from './activity';
import { ContextModules } from './context-modules';
import { Description } from './description';
import { Details } from './details';
import { IssueHead } from './issue-head';
import { Links } from './links';
import { PanelFrames } from './panels';
import { StatusMenu } from './status-menu';
import { useIssue, type IssueOnPage } from './use-issue';
import { usePanels } from './use-panels';

/** An issue as Jira shows it: main column, details at the right, the app's modules in both. */
export function IssuePage({ issueKey }: { readonly issueKey: string }) {
  const { answer, changed } = useIssue(issueKey);
  const text = useText();
  if (answer.state === 'loading') {
    return (
      <p className="page-wait" role="status">
        {text('loading')}
      </p>
    );
  }
  if (answer.state === 'failed') return <Refused error={answer.error} />;
  return <IssueView {...answer.value} changed={changed} />;
}

function IssueView({
  issue,
  transitions,
  changed,
}: IssueOnPage & { changed: () => Promise<void> }) {
  const { setTitle } = useHost();
  const panels = usePanels(issue);
  const { key, fields } = issue;
  const title = `[${key}] ${fields.summary} - Jira`;
  useEffect(() => {
    setTitle(title);
  }, [setTitle, title]);
  return (
    <div className="issue">
      <div className="issue-main">
        <IssueHead issue={issue} panels={panels} changed={changed} />
        <Description issue={issue} changed={changed} />
        <PanelFrames panels={panels} issueKey={key} />
        <Links issue={issue} />
        <Activity issue={issue} />
      </div>
      <aside className="issue-side">
        <StatusMenu issue={issue} transitions={transitions} changed={changed} />
        <ContextModules issue={issue} />
        <Details issue={issue} changed={changed} />
      </aside>
    </div>
  );
}

function Refused({ error }: { readonly error: unknown }) {
  const text = useText();
  const gone = error instanceof SiteError && [401, 403, 404].includes(error.status);
  return (
    <div className="empty-page" role="alert">
      <h1>{gone ? text('issue.gone') : messageOf(error)}</h1>
      {gone && <p>{text('issue.goneText')}</p>}
      {gone && <p className="subtle">{messageOf(error)}</p>}
    </div>
  );
}
