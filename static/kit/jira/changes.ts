import { events, Jira, realtime } from '@forge/bridge';

/** Told of every change made elsewhere. @param by our other frame, or Jira's own page: what follows comes later */
type Listener = (by: 'us' | 'jira') => void;

const CHANGED = 'incident-changed';
/** Side-bar and panel are two modules; the issue is what they share. */
const ON_THIS_ISSUE = { contextOverrides: [Jira.Issue] };
const listeners = new Set<Listener>();
let isMissed = false;
let isTold = false;

function tell(by: 'us' | 'jira'): void {
  if (listeners.size === 0) isMissed = true;
  for (const listener of listeners) listener(by);
}

// From the moment this module loads, which is before anything is read: no change falls between the two.
for (const [name, by] of [
  [CHANGED, 'us'],
  ['JIRA_ISSUE_CHANGED', 'jira'],
] as const) {
  events
    .on(name, () => {
      tell(by);
    })
    .catch(() => undefined); // what it would have told is seen with the next look
}

// Other people's frames on this issue. A message says which issue and how far its log is, never what it says.
realtime
  .subscribe(
    CHANGED,
    () => {
      tell('us');
    },
    ON_THIS_ISSUE,
  )
  .then(
    () => {
      isTold = true;
    },
    () => undefined, // without it, each page looks for itself every few seconds
  );

/** Whether other people's pages can tell this one of what they changed. */
export function areChangesTold(): boolean {
  return isTold;
}

/** Listens for changes made elsewhere, those made while nobody listened included. @returns stops it. */
export function onChangesElsewhere(listener: Listener): () => void {
  listeners.add(listener);
  if (isMissed) listener('jira');
  isMissed = false;
  return () => {
    listeners.delete(listener);
  };
}

/** Tells our other frame on this issue. */
export async function tellOfChange(): Promise<void> {
  await events.emit(CHANGED);
}

/** Tells other people's frames on this issue. Where it is refused, they see it with their next look. */
export async function tellPeople(issue: string, seq: number): Promise<void> {
  await realtime.publish(CHANGED, { issue, seq }, ON_THIS_ISSUE).catch(() => undefined);
}
