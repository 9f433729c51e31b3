import { IncidentError } from '../../domain/errors';
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
import { settleIncident, type Settling } from '../clocks/settle-incident';

type Deps = Settling & {
  readonly logs: IncidentLogs;
  readonly logKeeping: LogKeeping;
  readonly markedComments: MarkedComments;
  readonly listedStates: ListedStates;
  readonly figureRows: FigureRows;
  readonly now: () => Instant;
};

/**
 * After anything has happened to an incident, whoever did it, wherever: its times are right, Jira's own changes and the
 * comments marked for it are in the log, lists are told how it stands, and its row of figures is as it should be. May be called twice, late, and in any order.
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

/** What is gone, or not to be seen, keeps its log for a while; its row of figures goes at once. */
async function settled(deps: Deps, id: IncidentId): Promise<Incident> {
  try {
    return await settleIncident(deps, id);
  } catch (error) {
    const code = error instanceof IncidentError ? error.code : undefined;
    if (code === 'not-found' || code === 'not-an-incident') await deps.figureRows.forget([id]);
    if (code === 'not-found') await deps.logKeeping.expire(id, deps.now());
    throw error;
  }
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
  const history = found.get(id) ?? [];
  const after = await logs.append(id, ({ comments: taken = [] }) =>
    draftsFromJira(incident, { history, comments, taken }, now()),
  );
  if (after.entries.length > 0) await listedStates.mark(id, after.head.seq);
  return after.head;
}
