import { uiModificationsApi } from '@forge/jira-bridge';
import { knownText } from '../kit/raise/why';
import { type Where } from '../kit/lists/listed';
import { type RunningIncident, runningIncidents } from '../kit/lists/running';
import { similarTo } from '../kit/lists/similar';
import { logFault, tryOrLog } from '../kit/page/log-fault';
import { type Texts } from '../kit/texts/texts';

/** As much of the modifications' API as is used here. */
type Form = {
  readonly getFieldById: (id: string) => FormField | undefined;
};
type FormField = {
  readonly getValue: () => unknown;
  readonly getDescription: () => unknown;
  readonly setDescription: (text: string) => unknown;
};

const SUMMARY = 'summary';
/** Whoever tabs through fields wants one answer. */
const PAUSE_MS = 250;
/** What was found counts for so long: a form is filled in within a minute. */
const FRESH_MS = 30_000;

/**
 * Compares what is being raised with what runs: when the form opens, when Summary is left, when a service is chosen.
 * Where Jira does not answer, nothing is said: raising must never wait for it. What breaks is logged, and the dialog
 * goes on without us; so the form is watched first, and texts are loaded when there is something to say.
 */
export async function watchForm(loadTexts: () => Promise<Texts>): Promise<void> {
  const search = searchOnce();
  let help: string | undefined;
  let asked = 0;
  const tell = async (api: Form, where: Where) => {
    const mine = ++asked;
    const summary = api.getFieldById(SUMMARY);
    if (!summary) return;
    help ??= textOf(summary.getDescription());
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    if (mine !== asked) return;
    const running = await search(where);
    // A later change has been answered by then, or will be.
    if (mine !== asked || running === 'failed') return;
    const known = knownText(similarTo(draftOf(api, where), running), await loadTexts());
    summary.setDescription([help, known].filter(Boolean).join(' '));
  };
  const tellOrLog = (api: Form, where: Where) => tryOrLog(BROKEN, () => tell(api, where));
  await Promise.all([
    tryOrLog(BROKEN, () => watchOpening(tellOrLog)),
    tryOrLog(BROKEN, () => watchChanges(tellOrLog)),
  ]);
}

const BROKEN = 'The create dialog goes on without what runs';
type Tell = (api: Form, where: Where) => Promise<void>;

async function watchOpening(tell: Tell): Promise<void> {
  await uiModificationsApi.onInit(
    async ({ api, uiModifications }) => {
      const where = whereIn(uiModifications);
      if (where) await tell(api, where);
    },
    () => [SUMMARY],
  );
}

async function watchChanges(tell: Tell): Promise<void> {
  await uiModificationsApi.onChange(
    async ({ api, change, uiModifications }) => {
      const where = whereIn(uiModifications);
      if (where && isCompared(change.current?.getId(), where)) await tell(api, where);
    },
    ({ change, uiModifications }) =>
      isCompared(change.current?.getId(), whereIn(uiModifications)) ? [SUMMARY] : [],
  );
}

function isCompared(field: string | undefined, where: Where | undefined): boolean {
  return field !== undefined && (field === SUMMARY || field === where?.fields.faultyService);
}

/** Asks once for several changes in a row; a failure is asked again. */
function searchOnce() {
  let last: { readonly at: number; readonly answer: Promise<Found> } | undefined;
  return async (where: Where): Promise<Found> => {
    const now = performance.now();
    if (!last || now - last.at > FRESH_MS) last = { at: now, answer: runningIncidents(where) };
    const found = await last.answer;
    if (found === 'failed') last = undefined;
    return found;
  };
}
type Found = readonly RunningIncident[] | 'failed';

/** What set-up wrote for us; undefined for anything else. */
function whereIn(modifications: readonly { readonly data?: string }[]): Where | undefined {
  const [first] = modifications;
  if (first?.data === undefined) return undefined;
  try {
    const read: unknown = JSON.parse(first.data);
    if (isWhere(read)) return read;
    throw new Error('What set-up wrote for the create dialog names no fields');
  } catch (fault) {
    logFault(BROKEN, fault);
    return undefined;
  }
}

/** Set-up writes it whole or not at all. */
function isWhere(read: unknown): read is Where {
  return typeof read === 'object' && read !== null && 'fields' in read && read.fields !== null;
}

function draftOf(api: Form, { fields: { faultyService } }: Where) {
  const service = faultyService ? api.getFieldById(faultyService)?.getValue() : undefined;
  return {
    summary: textOf(api.getFieldById(SUMMARY)?.getValue()),
    service: (service as { readonly value?: string } | null | undefined)?.value ?? null,
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
