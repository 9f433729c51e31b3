import { useCallback } from 'react';
import { readModules } from '../site/sandbox';
import { Item } from './nav-item';
import { useSession } from './session';
import { anew, useAnswer } from './use-answer';

/** The key of the project that the page belongs to: its list, one of its issues, a page of an app in it. */
export function projectAt(path: string, jql: string): string | undefined {
  const [, first, second = ''] = path.split('/');
  if (first === 'projects') return second;
  if (first === 'browse') return second.replace(/-\d+$/, '');
  return /^project = (\w+) /.exec(jql)?.[1];
}

/** The app's pages in a project, for those to whom they show themselves. */
export function ProjectPages({
  project,
  path,
}: {
  readonly project: string;
  readonly path: string;
}) {
  const { accountId } = useSession().person;
  const [pages] = useAnswer(
    useCallback(
      () => anew(accountId, () => readModules('jira:projectPage', { project })),
      [accountId, project],
    ),
  );
  if (pages.state !== 'ready') return null;
  return pages.value.map(({ key, title }) => {
    const href = `/projects/${encodeURIComponent(project)}/apps/${encodeURIComponent(key)}`;
    return (
      <Item key={key} within icon="apps" href={href} here={`${path}/`.startsWith(`${href}/`)}>
        {title}
      </Item>
    );
  });
}
