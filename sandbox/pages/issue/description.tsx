import { useState } from 'react';
import { AdfView } from '../adf/adf-view';
import { toAdf, toText } from '../adf/text';
import { Icon } from '../shell/icons';
import { messageOf } from '../site/http';
import { editIssue } from '../site/jira';
import type { Issue } from '../site/types';
import { useText } from '../text/text';

/** The description, edited as plain paragraphs. */
export function Description({ issue, changed }: { issue: Issue; changed: () => Promise<void> }) {
  const text = useText();
  const [editing, setEditing] = useState(false);
  const mayEdit = issue.editmeta?.fields.description !== undefined;
  const edit = () => {
    setEditing(true);
  };
  return (
    <section className="issue-section" aria-labelledby="description-title">
      <header className="section-head">
        <h2 id="description-title">{text('issue.description')}</h2>
        {mayEdit && !editing && issue.fields.description && (
          <button
            type="button"
            className="icon-button"
            aria-label={text('issue.editDescription')}
            onClick={edit}
          >
            <Icon name="edit" />
          </button>
        )}
      </header>
      {editing ? (
        <EditForm
          issue={issue}
          changed={changed}
          onEnd={() => {
            setEditing(false);
          }}
        />
      ) : (
        <Shown issue={issue} mayEdit={mayEdit} onEdit={edit} />
      )}
    </section>
  );
}

type EditProps = {
  readonly issue: Issue;
  readonly changed: () => Promise<void>;
  readonly onEnd: () => void;
};

function EditForm({ issue, changed, onEnd }: EditProps) {
  const text = useText();
  const [draft, setDraft] = useState(() => toText(issue.fields.description));
  const [error, setError] = useState<string>();
  const save = async () => {
    try {
      await editIssue(issue.key, { description: draft.trim() ? toAdf(draft) : null });
      await changed();
      onEnd();
    } catch (cause) {
      setError(messageOf(cause));
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <textarea
        className="input"
        rows={8}
        aria-label={text('issue.description')}
        autoFocus
        value={draft}
        onChange={({ target }) => {
          setDraft(target.value);
        }}
        onKeyDown={({ key }) => {
          if (key === 'Escape') onEnd();
        }}
      />
      {error && (
        <p role="alert" className="field-error">
          {error}
        </p>
      )}
      <p className="form-actions">
        <button type="submit" className="button button-primary">
          {text('save')}
        </button>
        <button type="button" className="button button-subtle" onClick={onEnd}>
          {text('cancel')}
        </button>
      </p>
    </form>
  );
}

type ShownProps = { readonly issue: Issue; readonly mayEdit: boolean; readonly onEdit: () => void };

function Shown({ issue, mayEdit, onEdit }: ShownProps) {
  const text = useText();
  const { description } = issue.fields;
  if (description) return <AdfView node={description} />;
  if (!mayEdit) return <p className="subtle">{text('none')}</p>;
  return (
    <button type="button" className="placeholder-button" onClick={onEdit}>
      {text('issue.addDescription')}
    </button>
  );
}
