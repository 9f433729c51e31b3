import { useId, useState } from 'react';
import { type IncidentView } from '../../../src/contract';
import { DoneNote } from '../../kit/incident/come-back';
import { Button } from '../../kit/controls/button';
import { DropDown, TextField } from '../../kit/controls/fields';
import { useDraft } from '../../kit/page/draft';
import { FailureNote, type Told } from '../../kit/page/failure';
import { Skeleton } from '../../kit/page/skeleton';
import { useViewer } from '../../kit/texts/texts';
import { type CleanUpInput, makeCleanUp } from './ask';
import { HalfDone, type Made } from './half-done';
import { type Project, useIssueType, useProjects } from './use-projects';

type Props = { readonly incident: IncidentView; readonly onDone: () => void };

/** What somebody typed. With `sent`: what went out, under the id that makes it one issue however often it is sent. */
type Draft = { readonly summary: string; readonly project?: string; readonly sent?: CleanUpInput };

const EMPTY: Draft = { summary: '' };

/** Makes an issue for something that is left to do, as the viewer, in a project of their choice. */
export function CleanUpForm(props: Props) {
  const { t } = useViewer();
  const projects = useProjects(props.incident.key);
  if (projects === undefined) return <Skeleton lines={2} label={t('review.cleanUp.loading')} />;
  if (projects === 'failed') return <p className="field-help">{t('review.cleanUp.notRead')}</p>;
  if (projects.length === 0) return <p className="field-help">{t('review.cleanUp.noProjects')}</p>;
  return <Form {...props} projects={projects} />;
}

function Form({ incident, onDone, projects }: Props & { readonly projects: readonly Project[] }) {
  const { t } = useViewer();
  const [draft, setDraft, forget] = useDraft<Draft>('review.cleanUp', EMPTY);
  const project = chosen(projects, draft, incident);
  const type = useIssueType(project?.id, incident.key);
  const { send, made, failure, busy, done, leave } = useSending({
    draft,
    setDraft,
    forget,
    onDone,
  });
  const [isNeeded, setNeeded] = useState(false);
  const submit = () => {
    const summary = draft.summary.trim();
    setNeeded(summary === '');
    if (summary === '' || !project || typeof type !== 'object' || type === null) return;
    const wish = { summary, project: project.id, issueType: type.id };
    const { id, ...before } = draft.sent ?? {};
    const isSame = JSON.stringify(before) === JSON.stringify(wish);
    void send({ id: isSame && id ? id : crypto.randomUUID(), ...wish });
  };
  if (made) {
    return (
      <HalfDone
        made={made}
        busy={busy}
        failure={failure}
        onRest={() => void send()}
        onLeave={leave}
      />
    );
  }
  return (
    <form
      className="review-form"
      aria-label={t('review.cleanUp.form')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Fields draft={draft} projects={projects} project={project} onChange={setDraft} />
      {isNeeded && <p role="alert">{t('review.cleanUp.needed')}</p>}
      {failure && <FailureNote failure={failure} />}
      <div className="form-buttons">
        <Button type="submit" disabled={busy || !type || type === 'failed'}>
          {busy ? t('review.cleanUp.making') : t('review.cleanUp.button')}
        </Button>
        <TypeHint type={type} />
      </div>
      <DoneNote text={done && t('review.cleanUp.done', { key: done })} />
    </form>
  );
}

/** The one they chose, else that of the settings, else the incident's own, else any. */
function chosen(projects: readonly Project[], draft: Draft, { key, response }: IncidentView) {
  const own = key.replace(/-\d+$/, '');
  const wanted = [response.rules.cleanUpProject, own];
  return (
    projects.find(({ id }) => id === draft.project) ??
    wanted.map((one) => projects.find((project) => project.key === one)).find(Boolean) ??
    projects[0]
  );
}

type Sending = {
  readonly draft: Draft;
  readonly setDraft: (draft: Draft) => void;
  readonly forget: () => void;
  readonly onDone: () => void;
};

/** Sends a wish, the same one again where half of it was done. */
function useSending({ draft, setDraft, forget, onDone }: Sending) {
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<Made>();
  const [done, setDone] = useState<string>();
  const [failure, setFailure] = useState<Told>();
  const leave = () => {
    setMade(undefined);
    forget();
  };
  const send = async (input = draft.sent) => {
    if (!input) return;
    setBusy(true);
    setDone(undefined);
    setFailure(undefined);
    setDraft({ ...draft, sent: input });
    const reply = await makeCleanUp(input);
    setBusy(false);
    if (!reply.ok) {
      setFailure(reply);
      return;
    }
    onDone();
    const { value } = reply;
    if (!value.link.linked || !value.isLogged) {
      setMade(value);
      return;
    }
    leave();
    setDone(value.key);
  };
  return { send, made, failure, busy, done, leave };
}

type FieldsProps = {
  readonly draft: Draft;
  readonly projects: readonly Project[];
  readonly project: Project | undefined;
  readonly onChange: (draft: Draft) => void;
};

function Fields({ draft, projects, project, onChange }: FieldsProps) {
  const { t } = useViewer();
  const id = useId();
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-summary`}>{t('review.cleanUp.summary')}</label>
        <TextField
          id={`${id}-summary`}
          maxLength={255}
          value={draft.summary}
          onChange={({ currentTarget }) => {
            onChange({ ...draft, summary: currentTarget.value });
          }}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-project`}>{t('review.cleanUp.project')}</label>
        <DropDown
          id={`${id}-project`}
          className="select-wide"
          value={project?.id ?? ''}
          onChange={({ currentTarget }) => {
            onChange({ ...draft, project: currentTarget.value });
          }}
        >
          {projects.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name} ({one.key})
            </option>
          ))}
        </DropDown>
      </div>
    </>
  );
}

function TypeHint({ type }: { readonly type: ReturnType<typeof useIssueType> }) {
  const { t } = useViewer();
  if (type === undefined) return null;
  const text =
    type === null
      ? t('review.cleanUp.noTypes')
      : type === 'failed'
        ? t('review.cleanUp.notRead')
        : t('review.cleanUp.type', { type: type.name });
  return (
    <span role="status" className="field-help review-beside">
      {text}
    </span>
  );
}
