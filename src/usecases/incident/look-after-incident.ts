import { type ErrorCode, IncidentError } from '../../domain/errors';
import { type Unread } from '../../domain/incident/unread';
import { type Incident, type IncidentId } from '../../domain/incident/incident';
import { isListed, listedOf } from '../../domain/incident/listed';
import { draftsFromJira, mayBeBehind } from '../../domain/log/from-jira';
import { type Head } from '../../domain/log/head';
import { type Instant } from '../../domain/time';
import { type IncidentLogs } from '../../ports/log/incident-logs';
import { type ListedStates } from '../../ports/incident/listed-states';
import { type LogKeeping } from '../../ports/log/log-keeping';
import { type MarkedComments } from '../../ports/log/marked-comments';
import { type FigureRows } from '../../ports/figures/figure-rows';
import { keyedRow } from '../figures/record-figures';
import { historyIn, settleIncident, type Settling } from '../clocks/settle-incident';
import { setAside, type SettingAside } from './set-aside';

type Deps = Settling &
  SettingAside & {
    readonly logs: IncidentLogs;
    readonly logKeeping: LogKeeping;
    readonly markedComments: MarkedComments;
    readonly listedStates: ListedStates;
    readonly figureRows: FigureRows;
    readonly now: () => Instant;
  };

/**
 * After anything has happened to an incident, whoever did it, wherever: its times are right, Jira's own changes and the
 * comments marked for it are in the log, lists are told how it stands, and its row of figures is as it should be. What
 * cannot be read is set aside. May be called twice, late, and in any order.
 *
 * @throws {IncidentError} as `settleIncident`, `Histories.of`, `MarkedComments.of`, `IncidentLogs.append`,
 *   `FigureRows.keep`, `ListedStates.mark` and `ListedStates.write`
 */
export async function lookAfterIncident(deps: Deps, id: IncidentId): Promise<void> {
  const incident = await settled(deps, id);
  const head = await catchUp(deps, incident);
  await deps.figureRows.keep([keyedRow(incident, head)]);
  if (!isListed(incident, head)) await deps.listedStates.write(id, listedOf(incident, head));
}

async function settled(deps: Deps, id: IncidentId): Promise<Incident> {
  try {
    const incident = await settleIncident(deps, id);
    await deps.unreadIncidents.forget([id]);
    return incident;
  } catch (error) {
    if (error instanceof IncidentError) await putAway(deps, id, error);
    throw error;
  }
}

/** Another type of issue has no figures. What was said to be deleted is not missed. */
async function putAway(deps: Deps, id: IncidentId, { code, details }: IncidentError) {
  if (code === 'not-an-incident') {
    await deps.figureRows.forget([id]);
    await deps.unreadIncidents.forget([id]);
  }
  const unread = whyUnread(code, details.subject);
  if (!unread || (code === 'not-found' && (await deps.logKeeping.isExpiring(id)))) return;
  await setAside(deps, [{ id, ...unread }]);
}

function whyUnread(code: ErrorCode, subject: string | undefined): Omit<Unread, 'id'> | undefined {
  if (code === 'not-found') return { why: 'hidden' };
  if (code === 'status-unknown') return { why: 'status', subject };
  if (code === 'unreadable') return { why: subject === 'changes' ? 'changes' : 'answer' };
  return undefined;
}

async function catchUp(
  { logs, histories, markedComments, listedStates, now }: Deps,
  incident: Incident,
): Promise<Head> {
  const { id } = incident;
  const head = await logs.head(id);
  if (!mayBeBehind(incident, head)) return head;
  const known = (head.comments ?? []).map(({ comment }) => comment);
  const [found, comments] = await Promise.all([histories.of([id]), markedComments.of(id, known)]);
  const history = historyIn(found, id);
  const after = await logs.append(id, ({ comments: taken = [], jiraUntil: until }) =>
    draftsFromJira(incident, { history, until, comments, taken }, now()),
  );
  if (after.entries.length > 0) await listedStates.mark(id, after.head.seq);
  return after.head;
}
