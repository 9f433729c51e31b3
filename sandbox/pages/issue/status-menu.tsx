import { useState } from 'react';
import { useHost } from '../shell/host';
import { Icon } from '../shell/icons';
import { Menu } from '../shell/menu';
import { messageOf } from '../site/http';
import { transition } from '../site/jira';
import type { Issue, Status, Transition } from '../site/types';
import { useText } from '../text/text';
import { TransitionDialog } from './transition-dialog';

type Props = {
  readonly issue: Issue;
  readonly transitions: readonly Transition[];
  readonly changed: () => Promise<void>;
};

/** The status as a button with the transitions under it; one with a screen asks for its fields first. */
export function StatusMenu({ issue, transitions, changed }: Props) {
  const text = useText();
  const host = useHost();
  const [asking, setAsking] = useState<Transition>();
  const { status } = issue.fields;

  const move = async (chosen: Transition) => {
    if (chosen.hasScreen === true && Object.keys(chosen.fields ?? {}).length > 0) {
      setAsking(chosen);
      return;
    }
    try {
      await transition(issue.key, chosen.id);
    } catch (error) {
      const flag = { id: 'transition', isAutoDismiss: false, actions: [] };
      host.showFlag({ ...flag, title: messageOf(error), type: 'error' });
    }
    await changed();
  };

  if (transitions.length === 0) {
    return (
      <p className="status-row" title={text('issue.noTransitions')}>
        <Lozenge status={status} />
      </p>
    );
  }
  return (
    <div className="status-row">
      <Menu
        wordless
        label={text('issue.status', { status: status.name })}
        button={
          <>
            {status.name}
            <Icon name="chevron" />
          </>
        }
        buttonClass={`status-button ${categoryClass(status)}`}
      >
        {(close) =>
          transitions.map((one) => (
            <button
              key={one.id}
              type="button"
              className="menu-item"
              onClick={() => {
                close();
                void move(one);
              }}
            >
              {one.name === one.to.name ? null : <span>{one.name}</span>}
              {one.name === one.to.name ? null : <span aria-hidden="true">→</span>}
              <Lozenge status={one.to} />
            </button>
          ))
        }
      </Menu>
      {asking && (
        <TransitionDialog
          issue={issue}
          transition={asking}
          onClose={() => {
            setAsking(undefined);
          }}
          changed={changed}
        />
      )}
    </div>
  );
}

export function Lozenge({ status }: { readonly status: Status }) {
  return <span className={`lozenge ${categoryClass(status)}`}>{status.name}</span>;
}

function categoryClass({ statusCategory }: Status): string {
  if (statusCategory?.key === 'done') return 'category-done';
  return statusCategory?.key === 'indeterminate' ? 'category-progress' : 'category-new';
}
