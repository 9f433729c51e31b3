import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { type Texts } from '../../../static/kit/texts/texts';
import { VIEWERS } from '../../support/texts';

type Changes = { readonly fieldsChanges: Readonly<Record<string, unknown>> };
type Change = {
  readonly changedFieldId: string;
  readonly changeId: string;
  readonly currentFormState: typeof FORM;
  readonly uiModifications: readonly { readonly data?: string }[];
};

const FORM = { summary: { fieldId: 'summary', value: 'Card payments fail', description: 'Help' } };
const WHERE = {
  projectId: '10001',
  issueTypeId: '10004',
  phases: { '1': 'new' },
  severities: {},
  fields: { severity: 'customfield_1' },
};
const RUNNING = {
  key: 'HOT-7',
  fields: {
    summary: 'Card payments fail',
    created: '2026-03-02T12:00:00.000+0000',
    status: { id: '1' },
  },
};

/** The create dialog as the bridge hands it to a frame. */
function aDialog(data: string) {
  const submitted: Changes[] = [];
  let changed: ((change: Change) => Promise<void>) | undefined;
  const uiModifications = [{ data }];
  const actions = {
    getOnInitData: () => Promise.resolve({ currentFormState: FORM }),
    registerFields: () => Promise.resolve(),
    submit: (changes: Changes) => {
      submitted.push(changes);
      return Promise.resolve();
    },
    subscribeToChanges: (heard: typeof changed) => {
      changed = heard;
      return Promise.resolve();
    },
    onBridgeError: () => undefined,
  };
  const change = () =>
    changed?.({
      changedFieldId: 'summary',
      changeId: '2',
      currentFormState: FORM,
      uiModifications,
    });
  return { actions, data: { uiModifications, onInitChangeId: '1' }, submitted, change };
}

/** The bridge of a frame, before anything looks for it. */
async function watchIn(open: () => unknown, texts: () => Promise<Texts>): Promise<void> {
  const callBridge = (command: string): Promise<unknown> => {
    if (command === 'getUiModificationsInternalAPI') return Promise.resolve().then(open);
    const body = JSON.stringify({ issues: [RUNNING] });
    return Promise.resolve({ status: 200, statusText: 'OK', headers: {}, body });
  };
  Object.assign(globalThis, { __bridge: { callBridge } });
  jest.resetModules();
  const { watchForm } = await import('../../../static/ui-modifications/watch-form');
  await watchForm(texts);
}

const texts = () => Promise.resolve(VIEWERS.en.t);
const asKnown = (changes: Changes[]) => changes.map(({ fieldsChanges }) => fieldsChanges);

/** A frame has an address, which the bridge's empty ones are relative to. */
const Whole = globalThis.Request;
class FromFrame extends Whole {
  constructor(address: string, init?: RequestInit) {
    super(new URL(address, 'https://frame.example/'), init);
  }
}

let logged: ReturnType<typeof jest.spyOn>;
beforeEach(() => {
  Object.assign(globalThis, { Request: FromFrame });
  logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  jest.restoreAllMocks();
  Object.assign(globalThis, { Request: Whole });
});

test('says what runs, and logs nothing', async () => {
  const dialog = aDialog(JSON.stringify(WHERE));
  await watchIn(() => dialog, texts);
  await dialog.change();
  const help: unknown = expect.stringMatching(/^Help .*HOT-7/s);
  const told = { summary: { description: help } };
  expect(asKnown(dialog.submitted)).toEqual([told, told]);
  expect(logged).not.toHaveBeenCalled();
});

test.each([
  ['texts that cannot be loaded', JSON.stringify(WHERE), () => Promise.reject(new Error('gone'))],
  ['a note of set-up that is no JSON', '{"fields":', texts],
  ['a note of set-up without fields', '{}', texts],
  ['a note of set-up that is damaged', '{"fields":{},"phases":null}', texts],
])('%s: the dialog goes on as it was, and the log has it', async (_, data, load) => {
  const dialog = aDialog(data);
  await watchIn(() => dialog, load);
  await dialog.change();
  expect(asKnown(dialog.submitted)).toEqual([{}, {}]);
  expect(logged).toHaveBeenCalledWith(
    expect.stringContaining('The create dialog goes on'),
    expect.any(Error),
  );
});

test('a dialog that cannot be watched is left alone', async () => {
  await watchIn(() => {
    throw new Error('no such module');
  }, texts);
  expect(logged).toHaveBeenCalledTimes(2);
});
