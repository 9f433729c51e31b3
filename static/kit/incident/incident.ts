import { view } from '@forge/bridge';
import {
  type Dispatch,
  type SetStateAction,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import {
  type ErrorCode,
  type IncidentContract,
  type IncidentView,
  type Reply,
  type SayInput,
  type ScaleView,
  type TakeOverInput,
} from '../../../src/contract';
import { onChangesElsewhere, tellOfChange, tellPeople } from '../jira/changes'; // listens before we ask
import { useLooks } from '../jira/looks';
import { invokerOf } from '../jira/invoke';

const invoke = invokerOf<IncidentContract>();

/** Asked for while the page itself is still starting, so that language and incident arrive together. */
const first = invoke('getIncident');
first.catch(() => undefined); // told where it is awaited

/** Why there is no answer: an error the back end names, or a call that never came back. */
export type Failure = {
  readonly code: ErrorCode | 'unexpected';
  readonly subject: string | null;
  /** Of looking, or of a change that somebody asked for: only another change makes them forget the latter. */
  readonly of: 'look' | 'change';
};

/** One incident on a page: what is shown, what is under way, what went wrong. */
export type IncidentState = {
  readonly incident?: IncidentView;
  /** The last thing asked for failed; what is shown is what was so before. */
  readonly failure?: Failure;
  /** A change is on its way. */
  readonly busy: boolean;
};

export type IncidentActions = {
  readonly reload: () => void;
  /** Resolve to true when it is done. */
  readonly take: (from: string | null) => Promise<boolean>;
  /** Makes somebody the incident manager. `from`: who led as the giver saw it. */
  readonly giveLead: (person: string, from: string | null) => Promise<boolean>;
  readonly acceptHandOver: (handOver: string) => Promise<boolean>;
  readonly takeOverRole: (said: Omit<TakeOverInput, 'id'>) => Promise<boolean>;
  readonly setTimes: (times: Parameters<IncidentContract['setTimes']>[0]) => Promise<boolean>;
  readonly resolve: (said: Parameters<IncidentContract['resolve']>[0]) => Promise<boolean>;
  readonly bringBack: () => Promise<boolean>;
  /** The team is told in this language. */
  readonly undoCancel: (language: TakeOverInput['language']) => Promise<boolean>;
  readonly cancel: (said: Parameters<IncidentContract['cancel']>[0]) => Promise<boolean>;
  readonly confirmSeverity: (
    said: Parameters<IncidentContract['confirmSeverity']>[0],
  ) => Promise<boolean>;
  readonly sayDetection: (
    said: Parameters<IncidentContract['sayDetection']>[0],
  ) => Promise<boolean>;
  readonly sayRight: (said: Parameters<IncidentContract['sayRight']>[0]) => Promise<boolean>;
  /** Writes into the log. `at`: the moment it is about, in epoch milliseconds, where that was not now. */
  readonly say: (saying: Saying, about?: { readonly at?: number }) => Promise<boolean>;
  /** What the log did not take: written again, or dropped for good. */
  readonly writeUnwritten: (entry: string) => Promise<boolean>;
  readonly dropUnwritten: (entry: string) => Promise<boolean>;
  readonly sayAll: (all: readonly Said[]) => Promise<boolean>;
};

type Saying = SayInput['saying'];
export type Said = Omit<SayInput, 'id'>;

/** The scale of severities, asked for when somebody chooses. */
export function askForScale(): Promise<ScaleView | Failure> {
  return invoke('getScale')
    .catch(neverCameBack)
    .then((reply) => (reply.ok ? reply.value : { ...reply, of: 'look' }));
}

type Call = () => Promise<Reply<IncidentView> | ({ readonly ok: false } & Failure)>;

function answered(
  was: IncidentState,
  of: Failure['of'],
  reply: Awaited<ReturnType<Call>>,
): IncidentState {
  const busy = of === 'change' ? false : was.busy;
  const kept = of === 'look' && was.failure?.of === 'change' ? was.failure : undefined;
  if (reply.ok) return { incident: reply.value, failure: kept, busy };
  return { ...was, failure: kept ?? { code: reply.code, subject: reply.subject, of }, busy };
}

/** Asks and shows the answer, unless something newer is shown by then. Resolves to whether it was answered. */
function useAsk(setState: Dispatch<SetStateAction<IncidentState>>) {
  const changes = useRef(0);
  const looks = useRef({ asked: 0, shown: 0 });
  return useCallback(
    async (of: Failure['of'], call: Call): Promise<boolean> => {
      if (of === 'change') {
        changes.current += 1;
        setState((was) => ({ ...was, busy: true }));
      }
      const asked = changes.current;
      const look = ++looks.current.asked;
      const reply = await call().catch(neverCameBack);
      // A look that was under way while something was changed, or that a later one has overtaken, may show what was
      // so before: drop it. What a change answers is never overtaken by a look.
      const isOvertaken = of === 'look' && look < looks.current.shown;
      if (asked !== changes.current || isOvertaken) return reply.ok;
      if (reply.ok) looks.current.shown = of === 'change' ? looks.current.asked + 1 : look;
      setState((was) => answered(was, of, reply));
      return reply.ok;
    },
    [setState],
  );
}

/** The incident this frame stands beside. A change made in one frame is read again by the others. */
export function useIncident(): IncidentState & IncidentActions {
  const [state, setState] = useState<IncidentState>({ busy: false });
  const ask = useAsk(setState);
  const reload = useCallback(() => void ask('look', () => invoke('getIncident')), [ask]);
  const change = useCallback(
    async (call: Call) => {
      let seen: IncidentView | undefined;
      const done = await ask('change', async () => {
        const reply = await call();
        if (reply.ok) seen = reply.value;
        return reply;
      });
      if (seen) await tellOthers(seen);
      else reload(); // it may have failed because somebody else was faster
      return done;
    },
    [ask, reload],
  );
  useEffect(() => void ask('look', () => first), [ask]);
  useChangesElsewhere(reload);
  useLooks(state.incident, reload);

  return { ...state, reload, ...actionsBy(change) };
}

function actionsBy(change: (call: Call) => Promise<boolean>): Omit<IncidentActions, 'reload'> {
  return {
    take: (from) => change(() => invoke('takeIncident', { from })),
    giveLead: (person, from) => change(() => invoke('giveLead', { person, from })),
    acceptHandOver: (handOver) => {
      const input = { id: crypto.randomUUID(), handOver };
      return change(() => invoke('acceptHandOver', input));
    },
    takeOverRole: (said) => {
      const input = { id: crypto.randomUUID(), ...said };
      return change(() => invoke('takeOverRole', input));
    },
    setTimes: (times) => change(() => invoke('setTimes', times)),
    resolve: (said) => change(() => invoke('resolve', said)),
    bringBack: () => change(() => invoke('bringBack')),
    cancel: (said) => change(() => invoke('cancel', said)),
    undoCancel: (language) => change(() => invoke('undoCancel', { language })),
    confirmSeverity: (said) => change(() => invoke('confirmSeverity', said)),
    sayDetection: (said) => change(() => invoke('sayDetection', said)),
    sayRight: (said) => change(() => invoke('sayRight', said)),
    say: (saying, about) => {
      // Its own id: sent twice because nobody answered the first time, it is said once.
      const input = { id: crypto.randomUUID(), ...about, saying };
      return change(() => persistently(() => invoke('say', input)));
    },
    writeUnwritten: (entry) => change(() => invoke('writeUnwritten', { entry })),
    dropUnwritten: (entry) => change(() => invoke('dropUnwritten', { entry })),
    sayAll: (said) => {
      const all = said.map((one) => ({ id: crypto.randomUUID(), ...one }));
      return change(() => persistently(() => invoke('sayAll', { all })));
    },
  };
}

/** By then what follows from a change in Jira is there as well: a default, figures. */
const FOLLOW_UP_MS = 4_000;

/** Reads again when something changed in our other frame, or in Jira's own fields. */
function useChangesElsewhere(reload: () => void): void {
  useEffect(() => {
    let followUp: ReturnType<typeof setTimeout> | undefined;
    const forget = onChangesElsewhere((by) => {
      reload();
      if (by === 'us') return;
      clearTimeout(followUp);
      followUp = setTimeout(reload, FOLLOW_UP_MS);
    });
    return () => {
      forget();
      clearTimeout(followUp);
    };
  }, [reload]);
}

/** Our other frame on this issue, and Jira's own view of its fields. */
async function tellOthers({ id, response }: IncidentView): Promise<void> {
  await tellOfChange();
  await tellPeople(id, response.seq);
  // Refused in a modal, which has no view of its own: the change is made, and the frame under it was told.
  await view.refresh().catch(() => undefined);
}

const AGAIN_MS = [400, 1500];

/** Asks again where many wrote at once; for what may be asked twice. */
async function persistently<Answer extends { readonly ok: boolean }>(
  call: () => Promise<Answer>,
): Promise<Answer> {
  for (const wait of AGAIN_MS) {
    const reply = await call();
    if (!('code' in reply) || reply.code !== 'unavailable') return reply;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return call();
}

/** A call that throws met a fault of the program or the network: nobody can say what was done. */
function neverCameBack(): { readonly ok: false } & Failure {
  return { ok: false, code: 'unexpected', subject: null, of: 'look' };
}
