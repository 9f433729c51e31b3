import { useState } from 'react';
import { messageOf, SiteError } from '../site/http';
import { editIssue } from '../site/jira';
import type { Issue } from '../site/types';
import { useText } from '../text/text';

type Props = { readonly issue: Issue; readonly changed: () => Promise<void> };

/** The summary: a heading that becomes a text box when pressed, for those who may edit it. */
export function SummaryEdit({ issue, changed }: Props) {
  const text = useText();
  const [editing, setEditing] = useState(false);
  const mayEdit = issue.editmeta?.fields.summary !== undefined;
  if (editing) {
    return (
      <SummaryForm
        issue={issue}
        changed={changed}
        onEnd={() => {
          setEditing(false);
        }}
      />
    );
  }
  return (
    <div className="summary">
      <h1>{issue.fields.summary}</h1>
      {mayEdit && (
        <button
          type="button"
          className="summary-button"
          aria-label={text('issue.editSummary')}
          onClick={() => {
            setEditing(true);
          }}
        />
      )}
    </div>
  );
}

function SummaryForm({ issue, changed, onEnd }: Props & { readonly onEnd: () => void }) {
  const text = useText();
  const { summary } = issue.fields;
  const [draft, setDraft] = useState(summary);
  const [error, setError] = useState<string>();
  const save = async () => {
    try {
      if (draft.trim() !== summary) {
        await editIssue(issue.key, { summary: draft.trim() });
        await changed();
      }
      onEnd();
    } catch (cause) {
      setError((cause instanceof SiteError && cause.fields.summary) || messageOf(cause));
    }
  };
  return (
    <form
      className="summary-form"
      onSubmit={(event) => {
        event.preventDefault();
        // Leaving the box saves.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      }}
    >
      <h1 className="hidden">{summary}</h1>
      <input
        className="input summary-input"
        aria-label={text('issue.summary')}
        aria-invalid={error !== undefined}
        autoFocus
        value={draft}
        onChange={({ target }) => {
          setDraft(target.value);
        }}
        onBlur={() => void save()}
        onKeyDown={({ key }) => {
          if (key === 'Escape') onEnd();
        }}
      />
      {error && (
        <p role="alert" className="field-error">
          {error}
        </p>
      )}
    </form>
  );
}
