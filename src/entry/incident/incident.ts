import { z } from 'zod';
import { type IncidentContract, type IncidentView } from '../../contract';
import { DETECTION_SOURCES } from '../../domain/declaring/declaration';
import { DOUBT_NAMES } from '../../domain/clocks/doubt';
import { personId } from '../../domain/incident/incident';
import { SEVERITIES } from '../../domain/incident/severity';
import { CERTAINTIES, EFFORTS } from '../../domain/clocks/notes';
import { entryId, roleId } from '../../domain/log/what';
import { acceptHandOver } from '../../usecases/response/accept-hand-over';
import { bringBack } from '../../usecases/response/bring-back';
import { cancelIncident } from '../../usecases/response/cancel-incident';
import { checkLog } from '../../usecases/log/check-log';
import { confirmSeverity } from '../../usecases/response/confirm-severity';
import { countTickets } from '../../usecases/response/count-tickets';
import { findChanges } from '../../usecases/response/find-changes';
import { giveLead } from '../../usecases/response/give-lead';
import { markLog } from '../../usecases/log/mark-log';
import { openIncident } from '../../usecases/incident/open-incident';
import { resolveIncident } from '../../usecases/response/resolve-incident';
import { readTimeline } from '../../usecases/log/read-timeline';
import { dropUnwritten, writeUnwritten } from '../../usecases/log/settle-unwritten';
import { say } from '../../usecases/log/say';
import { sayRight } from '../../usecases/clocks/say-right';
import { sayDetection } from '../../usecases/clocks/say-detection';
import { setTimes } from '../../usecases/clocks/set-times';
import { takeIncident } from '../../usecases/response/take-incident';
import { undoCancel } from '../../usecases/response/undo-cancel';
import { takeOverRole } from '../../usecases/response/take-over-role';
import { type ForViewer } from '../../wiring/viewer';
import { Moment } from '../tools/body';
import { changesView } from './changes-view';
import { type Call, guarded, resolverOf } from '../guard';
import { incidentView } from './incident-view';
import { reviewFunctions } from '../lists/review';
import { EntryName, ROLE, SayAllShape, SayShape } from './sayings';
import { scaleView } from './scale-view';

const Nothing = z.object({});
const Before = z.strictObject({ before: z.number().int().positive().nullable() });
const Time = Moment.nullable().optional();
const Sure = z.enum(CERTAINTIES).optional();
const Times = z.strictObject({
  impactStart: Time,
  impactDetected: Time,
  impactRecovered: Time,
  certainty: z
    .strictObject({ impactStart: Sure, impactDetected: Sure, impactRecovered: Sure })
    .optional(),
});
const Resolve = z.strictObject({ recovered: Moment, certainty: Sure });
/** A key as Jira makes them: no path, no query. */
const Key = z.string().regex(/^[A-Za-z][A-Za-z0-9_]+-\d+$/);
const Cancel = z.strictObject({ duplicateOf: Key.nullable() });
const LANGUAGE = z.enum(['en-US', 'de-DE']);
const Undo = z.strictObject({ language: LANGUAGE });
const Level = z.literal([...SEVERITIES]);
const ConfirmSeverity = z.strictObject({
  severity: Level,
  from: Level.nullable(),
  effort: z.enum(EFFORTS).optional(),
});

const Person = z.string().min(1).max(128).transform(personId);
const Take = z.strictObject({ from: Person.nullable() });
const GiveLead = z.strictObject({ person: Person, from: Person.nullable() });
const Unwritten = z.strictObject({ entry: EntryName });
const Own = z.uuid().transform(entryId);
const Accept = z.strictObject({ id: Own, handOver: Own });
const TakeOver = z.strictObject({
  id: Own,
  role: z.string().regex(ROLE).transform(roleId),
  from: Person,
  language: LANGUAGE,
});

const Detection = z.strictObject({ source: z.enum(DETECTION_SOURCES).nullable() });

const Right = z.strictObject({ about: z.enum(DOUBT_NAMES) });

/** The resolver behind `jira:issueContext` and `jira:issuePanel`. */
export function incidentResolver(wiring: ForViewer) {
  return resolverOf<IncidentContract>({
    getIncident: guarded(wiring, { needs: 'see', input: Nothing }, (call) => view(wiring, call)),
    takeIncident: changing(wiring, Take, ({ incident, person, input }) =>
      takeIncident(wiring, incident, { person, from: input.from }),
    ),
    setTimes: answering(wiring, Times, ({ incident, person, input: { certainty, ...change } }) =>
      setTimes(wiring, incident, { person, change, certainty }),
    ),
    resolve: changing(wiring, Resolve, ({ incident, person, input }) =>
      resolveIncident(wiring, incident, { person, ...input }),
    ),
    bringBack: answering(wiring, Nothing, ({ incident }) => bringBack(wiring, incident)),
    cancel: changing(wiring, Cancel, ({ incident, person, input }) =>
      cancelIncident(wiring, incident, { person, ...input }),
    ),
    undoCancel: answering(wiring, Undo, ({ incident, person, input }) =>
      undoCancel(wiring, incident, { person, ...input }),
    ),
    confirmSeverity: changing(wiring, ConfirmSeverity, ({ incident, person, input }) =>
      confirmSeverity(wiring, incident, { person, ...input }),
    ),
    sayDetection: answering(wiring, Detection, ({ incident, person, input }) =>
      sayDetection(wiring, incident, { person, ...input }),
    ),
    sayRight: changing(wiring, Right, ({ incident, person, input }) =>
      sayRight(wiring, incident, { person, ...input }),
    ),
    ...roles(wiring),
    say: answering(wiring, SayShape, ({ incident, person, input }) =>
      say(wiring, incident, { person, all: [input] }),
    ),
    sayAll: answering(wiring, SayAllShape, ({ incident, person, input: { all } }) =>
      say(wiring, incident, { person, all }),
    ),
    ...unwritten(wiring),
    ...readings(wiring),
  });
}

/** What was said and its log did not take. */
function unwritten(wiring: ForViewer) {
  return {
    writeUnwritten: answering(wiring, Unwritten, ({ incident, input: { entry } }) =>
      writeUnwritten(wiring, incident, entry),
    ),
    dropUnwritten: answering(wiring, Unwritten, ({ incident, input: { entry } }) =>
      dropUnwritten(wiring, incident, entry),
    ),
  } satisfies Partial<Record<keyof IncidentContract, unknown>>;
}

/** Who has which role. The lead is Jira's; the other roles are the log's. */
function roles(wiring: ForViewer) {
  return {
    giveLead: changing(wiring, GiveLead, ({ incident, input }) =>
      giveLead(wiring, incident, input),
    ),
    acceptHandOver: changing(wiring, Accept, ({ incident, person, input }) =>
      acceptHandOver(wiring, incident, { person, ...input }),
    ),
    takeOverRole: answering(wiring, TakeOver, ({ incident, person, input }) =>
      takeOverRole(wiring, incident, { person, ...input }),
    ),
  } satisfies Partial<Record<keyof IncidentContract, unknown>>;
}

/** What is asked for beside the incident itself. */
function readings(wiring: ForViewer) {
  return {
    getTimeline: guarded(wiring, { needs: 'see', input: Before }, ({ incident, input }) =>
      readTimeline(wiring, incident, input),
    ),
    checkLog: guarded(wiring, { needs: 'see', input: Nothing }, ({ incident }) =>
      checkLog(wiring, incident),
    ),
    getChanges: guarded(wiring, { needs: 'see', input: Nothing }, async ({ incident }) =>
      changesView(await findChanges(wiring, incident)),
    ),
    countTickets: guarded(wiring, { needs: 'see', input: Nothing }, async ({ incident }) => ({
      count: await countTickets(wiring, incident),
    })),
    ...reviewFunctions(wiring),
    getScale: guarded(wiring, { needs: 'edit', input: Nothing }, async () =>
      scaleView((await wiring.settings.get()).settings),
    ),
  } satisfies Partial<Record<keyof IncidentContract, unknown>>;
}

/** What changes an incident in Jira is looked at again: our own changes raise no event that would do it. */
function changing<Input>(
  wiring: ForViewer,
  input: z.ZodType<Input>,
  act: (call: Call<Input>) => Promise<unknown>,
) {
  return answering(wiring, input, async (call) => {
    await act(call);
    await wiring.jobs.handOver({ kind: 'look-after', incident: call.incident });
  });
}

/** What changes an incident needs the right to edit it, and answers with the incident as it is then. Others see it too. */
function answering<Input>(
  wiring: ForViewer,
  input: z.ZodType<Input>,
  act: (call: Call<Input>) => Promise<unknown>,
) {
  return guarded(wiring, { needs: 'edit', input }, async (call) => {
    await act(call);
    const [seen] = await Promise.all([view(wiring, call), markLog(wiring, call.incident)]);
    return seen;
  });
}

/** What people see after any of it is read afresh: it says what is so, not what was meant. */
async function view(
  wiring: ForViewer,
  { incident, person: viewer }: Pick<Call<unknown>, 'incident' | 'person'>,
): Promise<IncidentView> {
  return incidentView(await openIncident(wiring, incident), { viewer, now: wiring.now() });
}
