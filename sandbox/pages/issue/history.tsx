import { useCallback } from 'react';
import { Avatar } from '../shell/icons';
import { useZone } from '../shell/session';
import { anew, useAnswer } from '../shell/use-answer';
import { messageOf } from '../site/http';
import { readChangelog } from '../site/jira';
import type { ChangeGroup, Issue } from '../site/types';
import { showMoment } from '../text/moment';
import { useText } from '../text/text';

/** What was changed, by whom, newest first. */
export function History({ issue: { key, fields } }: { readonly issue: Issue }) {
  const text = useText();
  const { updated } = fields;
  const [changes] = useAnswer(
    useCallback(() => anew(updated, () => readChangelog(key)), [key, updated]),
  );
  if (changes.state === 'loading') return null;
  if (changes.state === 'failed') return <p role="alert">{messageOf(changes.error)}</p>;
  if (changes.value.length === 0) return <p className="subtle">{text('issue.noHistory')}</p>;
  return (
    <ul className="entries">
      {changes.value.map((group) => (
        <ChangeEntry key={group.id} group={group} />
      ))}
    </ul>
  );
}

function ChangeEntry({ group: { author, created, items } }: { readonly group: ChangeGroup }) {
  const text = useText();
  const zone = useZone();
  const name = author?.displayName ?? '';
  return (
    <li className="entry">
      <Avatar name={name} large />
      <div>
        {items.map((item, at) => (
          <div key={at} className="change">
            <p className="entry-head">
              <strong>{name}</strong> {text('issue.changed', { field: item.field })}
              {at === 0 && (
                <time dateTime={created} className="subtle">
                  {showMoment(created, zone)}
                </time>
              )}
            </p>
            <p className="change-values">
              <span>{item.fromString || text('none')}</span>
              <span aria-hidden="true">→</span>
              <span>{item.toString || text('none')}</span>
            </p>
          </div>
        ))}
      </div>
    </li>
  );
}
