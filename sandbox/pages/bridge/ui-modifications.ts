import type { Commands, FormHost, Frame } from './frame';
import { dict, requiredText } from './payload';

/**
 * What the invisible frame of `jira:uiModifications` gets to know and does. Changes of fields that it did not register
 * before are dropped and told as errors, as in Jira.
 */
export const uiModificationCommands: Commands = {
  getUiModificationsInternalAPI(_data, frame) {
    const { form } = frame;
    if (!form) throw new Error('UI modifications work in a form alone.');
    return apiOf(form, frame);
  },
};

type Tell = (payload: unknown) => unknown;

function apiOf(form: FormHost, { cleanups }: Frame) {
  const uiModifications = form.modifications;
  const listeners = new Set<Tell>();
  return {
    data: { uiModifications, onInitChangeId: crypto.randomUUID() },
    actions: {
      getOnInitData: () => stateOf(form),
      ...changesOf(form, listeners),
      subscribeToChanges: (listener: Tell) => {
        const end = form.onChange((changedFieldId) => {
          const changeId = crypto.randomUUID();
          const told = { ...stateOf(form), changedFieldId, changeId, uiModifications };
          void ignoreFailure(listener(told));
        });
        cleanups.add(end);
      },
      subscribeToErrors: (listener: Tell) => {
        listeners.add(listener);
      },
      onBridgeError: (told: unknown) => {
        form.busy([]);
        throw new Error(`The app's UI modification failed: ${requiredText(told, 'error')}`);
      },
    },
  };
}

const stateOf = (form: FormHost) => ({
  currentFormState: form.state(),
  currentScreenTabsState: [],
});

/** A change is announced by its fields, then sent. */
function changesOf(form: FormHost, listeners: ReadonlySet<Tell>) {
  const registered = new Map<string, ReadonlySet<string>>();
  return {
    registerFields: (sent: unknown) => {
      const fields = fieldList(dict(sent).fields);
      registered.set(requiredText(sent, 'changeId'), new Set(fields));
      form.busy(fields);
    },
    submit: (sent: unknown) => {
      const known = registered.get(requiredText(sent, 'changeId')) ?? new Set();
      const changes = Object.entries(dict(dict(sent).fieldsChanges));
      const allowed = changes.filter(([id]) => known.has(id));
      form.busy([]);
      form.apply(Object.fromEntries(allowed.map(([id, change]) => [id, dict(change)])));
      const refused = changes.filter(([id]) => !known.has(id));
      const errors = refused.map(([fieldId]) => ({ type: 'FIELD_NOT_REGISTERED', fieldId }));
      if (errors.length > 0) for (const tell of listeners) tell({ errors });
    },
  };
}

function fieldList(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** An app that fails at a change is the app's trouble, shown in its own frame; the form goes on. */
async function ignoreFailure(answer: unknown): Promise<void> {
  await Promise.resolve(answer).catch(() => undefined);
}
