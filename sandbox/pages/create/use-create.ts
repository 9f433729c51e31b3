import { useCallback, useState } from 'react';
import { EMPTY, fromDraft, isEmpty, toDraft, type Draft } from '../fields/draft';
import { kindOf } from '../fields/kind';
import { useZone } from '../shell/session';
import { useAnswer, type Answer } from '../shell/use-answer';
import { createIssue, readCreateFields, readIssueTypes, readProjects } from '../site/jira';
import type { FieldMeta, IssueType, Project } from '../site/types';
import { draftsFor, type Prefill } from './prefill';

/** Given by the form itself, not as one of its fields. */
const BY_FORM = new Set(['project', 'issuetype', 'issuelinks', 'attachment']);

type Drafts = Readonly<Record<string, Draft>>;

export type CreateForm = {
  readonly projects: Answer<readonly Project[]>;
  readonly types: Answer<readonly IssueType[]>;
  readonly fields: Answer<readonly FieldMeta[]>;
  readonly project: Project | undefined;
  readonly type: IssueType | undefined;
  readonly drafts: Drafts;
  readonly setProject: (key: string) => void;
  readonly setType: (id: string) => void;
  readonly setDraft: (fieldId: string, draft: Draft) => void;
  readonly clear: () => void;
  /** Not safe to repeat. @throws {SiteError} with Jira's message at each field. */
  readonly submit: () => Promise<{ readonly id: string; readonly key: string }>;
};

/** The state of a create form. What is typed is kept when project or type change, as far as fields are shared. */
export function useCreate(prefill: Prefill): CreateForm {
  const { timeZone } = useZone();
  const [chosen, setChosen] = useState<Chosen>({});
  const [typed, setTyped] = useState<Drafts>({});
  const asked = useScreens(prefill, chosen);
  const { fields, project, type } = asked;
  const shown = fields.state === 'ready' ? fields.value : [];
  const drafts = {
    ...draftsFor(shown, prefill, timeZone, ({ schema, defaultValue }) =>
      toDraft(kindOf(schema), defaultValue, timeZone),
    ),
    ...typed,
  };
  return {
    ...asked,
    drafts,
    setProject: (next) => {
      setChosen({ project: next });
    },
    setType: (next) => {
      setChosen({ ...chosen, type: next });
    },
    setDraft: (fieldId, draft) => {
      setTyped((now) => ({ ...now, [fieldId]: draft }));
    },
    clear: () => {
      setTyped({});
    },
    submit: () =>
      createIssue({
        project: { key: project?.key },
        issuetype: { id: type?.id },
        ...filled(shown, drafts, timeZone),
      }),
  };
}

type Chosen = { readonly project?: string; readonly type?: string };

/** What can be created where, and the create screen of the choice. */
function useScreens(prefill: Prefill, chosen: Chosen) {
  const [projects] = useAnswer(readProjects);
  const project = pick(projects, (one) => chosen.project ?? prefill.pid ?? one.key, ['key', 'id']);
  const key = project?.key;
  const [types] = useAnswer(
    useCallback(() => (key === undefined ? nothing() : readIssueTypes(key)), [key]),
  );
  const type = pick(types, (one) => chosen.type ?? prefill.issuetype ?? one.id, ['id', 'name']);
  const typeId = type?.id;
  const [fields] = useAnswer(
    useCallback(
      () => (key && typeId ? readCreateFields(key, typeId).then(typeable) : nothing()),
      [key, typeId],
    ),
  );
  return { projects, types, fields, project, type };
}

function filled(fields: readonly FieldMeta[], drafts: Drafts, timeZone: string) {
  const given = fields.filter(({ fieldId }) => !isEmpty(drafts[fieldId] ?? EMPTY));
  return Object.fromEntries(
    given.map(({ fieldId, schema }) => [
      fieldId,
      fromDraft(kindOf(schema), drafts[fieldId] ?? EMPTY, timeZone),
    ]),
  );
}

function typeable(fields: readonly FieldMeta[]): readonly FieldMeta[] {
  return fields.filter(
    ({ fieldId, schema }) => !BY_FORM.has(fieldId) && !['app', 'other'].includes(kindOf(schema)),
  );
}

function nothing(): Promise<readonly never[]> {
  return Promise.resolve([]);
}

/** The wanted one by any of the keys, else the first. */
function pick<T extends object>(
  answer: Answer<readonly T[]>,
  wanted: (first: T) => string,
  keys: readonly (keyof T)[],
): T | undefined {
  const [first, ...rest] = answer.state === 'ready' ? answer.value : [];
  if (!first) return undefined;
  const name = wanted(first);
  return [first, ...rest].find((one) => keys.some((key) => one[key] === name)) ?? first;
}
