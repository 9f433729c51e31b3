import { useEffect, useRef, useState, type FormEvent } from 'react';
import { EMPTY } from '../fields/draft';
import { FormField } from '../fields/form-field';
import { useHost } from '../shell/host';
import { messageOf, SiteError } from '../site/http';
import { useText } from '../text/text';
import { ChooseRow } from './choose-row';
import type { Prefill } from './prefill';
import { useFormHost } from './form-host';
import { Modifications } from './modifications';
import { useCreate, type CreateForm as CreateState } from './use-create';

type Props = {
  readonly prefill: Prefill;
  /** With the id of the last work item that was made. */
  readonly onDone: (issueId: string) => void;
  readonly onCancel: () => void;
};

/** Project, type, then the fields of the create screen in its order, each with its help text. */
export function CreateForm({ prefill, onDone, onCancel }: Props) {
  const text = useText();
  const host = useHost();
  const form = useCreate(prefill);
  const [error, setError] = useState<SiteError | Error>();
  const [busy, setBusy] = useState(false);
  const [another, setAnother] = useState(false);
  const { projects, fields, drafts } = form;
  const told = error instanceof SiteError ? error.fields : {};
  const ref = useFirstMistake(error);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const { id, key } = await form.submit();
      host.showFlag({
        id: `created-${key}`,
        title: text('create.done', { key }),
        type: 'success',
        isAutoDismiss: true,
        actions: [{ text: text('create.view'), href: `/browse/${key}` }],
      });
      setError(undefined);
      form.clear();
      void host.refresh();
      if (!another) onDone(id);
    } catch (cause) {
      setError(cause instanceof Error ? cause : new Error(messageOf(cause)));
    }
    setBusy(false);
  };

  if (projects.state === 'ready' && projects.value.length === 0) {
    return <p className="dialog-body note">{text('create.noProjects')}</p>;
  }
  return (
    <form ref={ref} className="create-form" onSubmit={(event) => void submit(event)} noValidate>
      <div className="dialog-body">
        <p className="subtle">{text('required.hint')}</p>
        {error && (
          <p role="alert" className="note note-error">
            {Object.keys(told).length > 0 ? text('create.failed') : messageOf(error)}
            {error instanceof SiteError && fieldless(error, drafts)}
          </p>
        )}
        <ChooseRow form={form} />
        <hr />
        {fields.state === 'failed' && <p role="alert">{messageOf(fields.error)}</p>}
        <Fields form={form} told={told} />
      </div>
      <Foot busy={busy} another={another} onAnother={setAnother} onCancel={onCancel} />
    </form>
  );
}

type FieldsProps = {
  readonly form: CreateState;
  readonly told: Readonly<Record<string, string>>;
};

/** The fields of the screen, as an app's UI modifications leave them. */
function Fields({ form, told }: FieldsProps) {
  const { project, type, drafts } = form;
  const { host, fields, changed } = useFormHost(form);
  return (
    <>
      {fields.map(({ field, isReadOnly, isBusy }) => (
        <fieldset
          key={field.fieldId}
          className="plain"
          disabled={isReadOnly}
          aria-busy={isBusy}
          onBlur={() => {
            changed(field.fieldId, true);
          }}
        >
          <FormField
            field={field}
            draft={drafts[field.fieldId] ?? EMPTY}
            onChange={(draft) => {
              form.setDraft(field.fieldId, draft);
              changed(field.fieldId, false);
            }}
            at={project ? { project: project.key } : {}}
            error={told[field.fieldId]}
          />
        </fieldset>
      ))}
      {project && type && fields.length > 0 && (
        <Modifications project={project} type={type} host={host} />
      )}
    </>
  );
}

/** Takes whoever was refused to the first field that needs them. */
function useFirstMistake(error: Error | undefined) {
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error) ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
  return ref;
}

type FootProps = {
  readonly busy: boolean;
  readonly another: boolean;
  readonly onAnother: (another: boolean) => void;
  readonly onCancel: () => void;
};

function Foot({ busy, another, onAnother, onCancel }: FootProps) {
  const text = useText();
  return (
    <footer className="dialog-foot">
      <label className="check">
        <input
          type="checkbox"
          checked={another}
          onChange={({ target }) => {
            onAnother(target.checked);
          }}
        />
        {text('create.another')}
      </label>
      <button type="button" className="button button-subtle" onClick={onCancel}>
        {text('cancel')}
      </button>
      <button type="submit" className="button button-primary" disabled={busy}>
        {text('create')}
      </button>
    </footer>
  );
}

/** Messages at fields that this form does not show: they must not get lost. */
function fieldless({ fields, messages }: SiteError, drafts: Readonly<Record<string, unknown>>) {
  const lost = Object.entries(fields)
    .filter(([id]) => !(id in drafts))
    .map(([, message]) => message);
  const all = Object.keys(fields).length > 0 ? [...messages, ...lost] : lost;
  return all.length > 0 ? ` ${all.join(' ')}` : '';
}
