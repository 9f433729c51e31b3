import { useCallback } from 'react';
import type { UiModule } from '../../core/contract';
import { useHost } from '../shell/host';
import { Icon } from '../shell/icons';
import { Menu } from '../shell/menu';
import { useRefresh } from '../shell/refresh';
import { projectSearch } from '../routes';
import { useAnswer } from '../shell/use-answer';
import { messageOf } from '../site/http';
import { deleteIssue } from '../site/jira';
import { readModules } from '../site/sandbox';
import type { Issue } from '../site/types';
import { useText } from '../text/text';
import { ModuleIcon } from './module-icon';

type Props = { readonly issue: Issue; readonly mayEdit: boolean };

/** What can be done with an issue: the app's actions, each in a dialog, and Jira's own. Not there when there is none. */
export function ActionsMenu({ issue, mayEdit }: Props) {
  const text = useText();
  const actions = useActions(issue);
  const remove = useRemove(issue);
  if (!mayEdit && actions.offered.length === 0) return null;
  return (
    <Menu
      wordless
      label={text('issue.actions')}
      button={<Icon name="more" />}
      buttonClass="icon-button"
    >
      {(close) => (
        <>
          {actions.offered.map((module) => (
            <button
              key={module.key}
              type="button"
              className="menu-item"
              onClick={() => {
                close();
                actions.open(module);
              }}
            >
              <ModuleIcon module={module} />
              {module.title}
            </button>
          ))}
          {mayEdit && (
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
        </>
      )}
    </Menu>
  );
}

/** The app's `jira:issueAction` modules that show themselves here. What one changed is seen once its dialog is closed. */
function useActions({ key }: Issue) {
  const host = useHost();
  const [modules, again] = useAnswer(
    useCallback(() => readModules('jira:issueAction', { issue: key }), [key]),
  );
  useRefresh(again);
  return {
    offered: modules.state === 'ready' ? modules.value : [],
    open(module: UiModule) {
      host.openModal({
        module,
        place: { issue: key },
        title: module.title,
        size: module.viewportSize ?? 'medium',
        closeOnEscape: true,
        closeOnOverlayClick: true,
        onClose: () => void host.refresh(),
      });
    },
  };
}

function useRemove({ key, fields }: Issue): () => Promise<void> {
  const text = useText();
  const host = useHost();
  return async () => {
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
}
