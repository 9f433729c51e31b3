import { useCallback, useEffect, useRef, useState } from 'react';
import {
  type Answers,
  type CheckView,
  type MergeView,
  type Settings,
  type SettingsView,
} from '../../../src/contract/admin';
import { type Told } from '../../kit/page/failure';
import { ask } from '../ask';
import { isUnsaved } from './draft';

/** What is shown and being changed. */
export type Editing = {
  /** As they were last read or saved. */
  readonly saved: SettingsView;
  readonly draft: Settings;
  /** The version that the draft was begun with. */
  readonly from: number;
  readonly unsaved: boolean;
  /** What the back end says about this draft; absent while it is looked at. */
  readonly check?: CheckView;
  /** Somebody saved since the draft was begun. */
  readonly conflict?: MergeView;
  readonly busy: boolean;
  /** The last thing asked for failed. */
  readonly failure?: Told;
  /** The version that was saved a moment ago. */
  readonly done?: number;
};

type State = { readonly editing?: Editing; readonly failure?: Told };

/** How long somebody may pause while typing before the draft is looked at. */
const PAUSE_MS = 400;

type Change = (next: (was: Editing) => Editing) => void;

/** The settings and a draft of them. */
export function useSettings() {
  const [state, setState] = useState<State>({});
  const { editing } = state;
  const change: Change = useCallback((next) => {
    setState((was) => (was.editing ? { editing: next(was.editing) } : was));
  }, []);
  const load = useCallback(
    () =>
      ask('getSettings').then((answer) => {
        setState(answer.ok ? { editing: begun(answer.value) } : { failure: answer });
      }),
    [],
  );
  useEffect(() => void load(), [load]);
  useCheck(editing, change);
  useLeaving(editing);
  return { ...state, load, ...useEdits(change), ...actionsOf(editing, change) };
}

/** What only changes the draft. The same functions for ever, so that rows need not be drawn anew. */
function useEdits(change: Change) {
  const edit = useCallback(
    (next: (draft: Settings) => Settings) => {
      change((was) => edited(was, next(was.draft)));
    },
    [change],
  );
  /** Begins anew, with what is saved. */
  const restart = useCallback(
    (saved?: SettingsView) => {
      change((was) => begun(saved ?? was.saved));
    },
    [change],
  );
  const setSaved = useCallback(
    (next: (saved: SettingsView) => SettingsView) => {
      change((was) => ({ ...was, saved: next(was.saved) }));
    },
    [change],
  );
  return { edit, restart, setSaved };
}

function actionsOf(editing: Editing | undefined, change: Change) {
  return {
    /** @returns what was saved; undefined where nothing was */
    async save(): Promise<SettingsView | undefined> {
      if (!editing) return undefined;
      change((was) => ({ ...was, busy: true, failure: undefined }));
      const next = await saveOf(editing);
      change((was) => ({ ...was, ...next, ...typedMeanwhile(editing, was, next), busy: false }));
      return next.saved;
    },
    /** Goes on with mine on top of theirs, as a draft. */
    async merge(answers: Answers): Promise<void> {
      if (!editing) return;
      const { from, draft: settings } = editing;
      change((was) => ({ ...was, busy: true }));
      const answer = await ask('mergeSettings', { from, settings, answers });
      change((was) => {
        if (!answer.ok) return { ...was, busy: false, failure: answer };
        // Somebody may have saved yet another version, or the draft have changed: ask what is new to answer.
        const isAnswered = answer.value.asks.every(({ id }) => id in answers);
        if (!isAnswered) return { ...was, busy: false, conflict: answer.value };
        return edited(begun(answer.value.theirs), answer.value.settings);
      });
    },
  };
}

export type SettingsActions = ReturnType<typeof useSettings>;

function begun(saved: SettingsView): Editing {
  const { settings: draft, version: from } = saved;
  return { saved, draft, from, unsaved: false, busy: false };
}

function edited(was: Editing, draft: Settings): Editing {
  const unsaved = isUnsaved(was.saved.settings, draft);
  return { ...was, draft, unsaved, check: undefined, done: undefined, failure: undefined };
}

async function saveOf({ draft, from }: Editing): Promise<Partial<Editing>> {
  const answer = await ask('saveSettings', { from, settings: draft });
  if (answer.ok) {
    const { saved, problems } = answer.value;
    return saved
      ? { ...begun(saved), check: undefined, conflict: undefined, done: saved.version }
      : { check: { changes: [], problems } };
  }
  if (answer.code !== 'changed-meanwhile') return { failure: answer };
  const merge = await ask('mergeSettings', { from, settings: draft, answers: {} });
  return merge.ok ? { conflict: merge.value } : { failure: merge };
}

/** What was typed while a version was being saved is a draft of the next. */
function typedMeanwhile(sent: Editing, now: Editing, next: Partial<Editing>): Partial<Editing> {
  if (!next.saved || now.draft === sent.draft) return {};
  return { draft: now.draft, unsaved: isUnsaved(next.saved.settings, now.draft) };
}

/** Asks what is new and wrong about the draft, once nobody has typed for a moment. */
function useCheck(editing: Editing | undefined, change: Change): void {
  const asked = useRef<Settings>();
  const draft = editing?.unsaved && !editing.check ? editing.draft : undefined;
  const from = editing?.from;
  useEffect(() => {
    asked.current = draft;
    if (!draft || from === undefined) return;
    const look = async () => {
      const answer = await ask('checkSettings', { from, settings: draft });
      if (asked.current !== draft) return;
      change((was) => (answer.ok ? { ...was, check: answer.value } : { ...was, failure: answer }));
    };
    const timer = setTimeout(() => void look(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [draft, from, change]);
}

/** The browser asks before the page is left with what is not saved. */
function useLeaving(editing: Editing | undefined): void {
  const unsaved = editing?.unsaved ?? false;
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, [unsaved]);
}
