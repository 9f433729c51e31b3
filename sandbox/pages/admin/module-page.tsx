import { useCallback, useEffect } from 'react';
import { AppFrame } from '../bridge/app-frame';
import { useHost } from '../shell/host';
import { Link } from '../shell/link';
import { projectSearch } from '../routes';
import { useAnswer } from '../shell/use-answer';
import { messageOf } from '../site/http';
import { readModules } from '../site/sandbox';
import { useText } from '../text/text';

type Props = {
  readonly type: string;
  readonly moduleKey: string;
  readonly basePath: string;
  readonly project?: string;
};

/** A page that the app brings: of the site, of a project, or of the administration. */
export function ModulePage({ type, moduleKey, basePath, project }: Props) {
  const text = useText();
  const { setTitle } = useHost();
  const place = project === undefined ? {} : { project };
  const [modules] = useAnswer(
    useCallback(() => readModules(type, project === undefined ? {} : { project }), [type, project]),
  );
  const ready = modules.state === 'ready';
  const module = ready ? modules.value.find(({ key }) => key === moduleKey) : undefined;
  const title = module?.title;
  useEffect(() => {
    if (title !== undefined) setTitle(`${title} - Jira`);
  }, [title, setTitle]);

  if (modules.state === 'failed') return <p role="alert">{messageOf(modules.error)}</p>;
  if (!ready) return <p role="status">{text('loading')}</p>;
  if (!module) {
    return (
      <p className="empty-page" role="alert">
        {text('admin.noPage')}
      </p>
    );
  }
  return (
    <div className="page page-wide">
      <nav aria-label={text('issue.breadcrumb')} className="breadcrumb">
        {project === undefined ? (
          <Link href="/jira/settings/apps">{text('admin.title')}</Link>
        ) : (
          <Link href={projectSearch(project)}>{project}</Link>
        )}
        <span aria-hidden="true">/</span>
        <span aria-current="page">{module.title}</span>
      </nav>
      <h1 className="module-title">{module.title}</h1>
      <AppFrame module={module} place={place} title={module.title} basePath={basePath} />
    </div>
  );
}
