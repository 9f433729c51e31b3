import { useCallback, useState, type FormEvent } from 'react';
import { AdfView } from '../adf/adf-view';
import { toAdf } from '../adf/text';
import { Avatar } from '../shell/icons';
import { useRefresh } from '../shell/refresh';
import { useSession, useZone } from '../shell/session';
import { anew, useAnswer } from '../shell/use-answer';
import { messageOf } from '../site/http';
import { addComment, readComments } from '../site/jira';
import type { Comment, Issue } from '../site/types';
import { showMoment } from '../text/moment';
import { useText } from '../text/text';

/** The comments, newest first, and a place to write one. */
export function Comments({ issue: { key, fields } }: { readonly issue: Issue }) {
  const text = useText();
  const { updated } = fields;
  // A change of the issue may be a comment: then they are read again.
  const [comments, again] = useAnswer(
    useCallback(() => anew(updated, () => readComments(key)), [key, updated]),
  );
  useRefresh(again);
  return (
    <>
      <AddComment issueKey={key} onAdded={again} />
      {comments.state === 'failed' && <p role="alert">{messageOf(comments.error)}</p>}
      {comments.state === 'ready' && comments.value.length === 0 && (
        <p className="subtle">{text('issue.noComments')}</p>
      )}
      {comments.state === 'ready' && (
        <ul className="entries">
          {comments.value.map((comment) => (
            <CommentEntry key={comment.id} comment={comment} />
          ))}
        </ul>
      )}
    </>
  );
}

function CommentEntry({ comment: { author, created, body } }: { readonly comment: Comment }) {
  const zone = useZone();
  const name = author?.displayName ?? '';
  return (
    <li className="entry">
      <Avatar name={name} large />
      <div>
        <p className="entry-head">
          <strong>{name}</strong>
          <time dateTime={created} className="subtle">
            {showMoment(created, zone)}
          </time>
        </p>
        <AdfView node={body} />
      </div>
    </li>
  );
}

function AddComment({ issueKey, onAdded }: { issueKey: string; onAdded: () => Promise<void> }) {
  const text = useText();
  const { person } = useSession();
  const [draft, setDraft] = useState('');
  const [error, setError] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (draft.trim() === '') return;
    try {
      await addComment(issueKey, toAdf(draft));
      setDraft('');
      setError(undefined);
      await onAdded();
    } catch (cause) {
      setError(messageOf(cause));
    }
  };
  return (
    <form className="entry" onSubmit={(event) => void submit(event)}>
      <Avatar name={person.displayName} large />
      <div>
        <textarea
          className="input comment-box"
          rows={draft === '' ? 1 : 4}
          aria-label={text('issue.comment')}
          placeholder={text('issue.addComment')}
          value={draft}
          onChange={({ target }) => {
            setDraft(target.value);
          }}
        />
        {error && (
          <p role="alert" className="field-error">
            {error}
          </p>
        )}
        {draft !== '' && (
          <p className="form-actions">
            <button type="submit" className="button button-primary">
              {text('save')}
            </button>
            <button
              type="button"
              className="button button-subtle"
              onClick={() => {
                setDraft('');
              }}
            >
              {text('cancel')}
            </button>
          </p>
        )}
      </div>
    </form>
  );
}
