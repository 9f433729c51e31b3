import { createHash, randomUUID } from 'node:crypto';
import { kvs } from '@forge/kvs';
import { type DoorId, FIRST_DOOR } from '../../domain/declaring/doors';
import { IncidentError } from '../../domain/errors';
import { cutAt } from '../../domain/texts';
import { instant, iso } from '../../domain/time';
import { type Alert, type Alerts, type Kept, type Told } from '../../ports/declaring/alerts';
import { readStore, writeStoreIf } from './answers';
import { numberIn, type Stored } from './shape';
import { type AlertRow, AlertShape } from './shapes/alerts';
import { unchanged } from './unchanged';

/** The entity of manifest.yml. */
const ALERTS = 'alerts';
const PAGE = 100;
const OPEN = 'open';
/** Jobs of one alert run one after the other; beside them, its tool may tell something. */
const TRIES = 5;
/** As much of a title as an incident lists. */
const NAME_LENGTH = 255;

const rows = () => kvs.entity<unknown>(ALERTS);
export const alertRow = (id: string) => readStore(() => rows().get(id));

/**
 * One row per alert and door, under a digest of the other side's id, which may be of any length and letters. The first
 * to write it is the only one; a row outlives its alert, so that the same alert later is known to be the same.
 */
export function kvsAlerts(): Alerts {
  return {
    get: find,
    called: (door, alertId) => find(idOf(door, alertId)),
    async accept(told) {
      const alert = fresh(told);
      const isNew = await writeStoreIf(() =>
        rows().set(alert.id, storedAlert(alert), { keyPolicy: 'FAIL_IF_EXISTS' }),
      );
      return { alert: isNew ? alert : ((await find(alert.id)) ?? alert), isNew };
    },
    acceptAgain,
    change,
    async open() {
      const found: Alert[] = [];
      let cursor: string | undefined;
      do {
        const query = rows()
          .query()
          .index('by-stage', { partition: [OPEN] })
          .limit(PAGE);
        const from = cursor;
        const page = await readStore(() => (from ? query.cursor(from) : query).getMany());
        found.push(...AlertShape.among(page.results).map(({ key, value }) => alertOf(key, value)));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      return found;
    },
  };
}

async function find(id: string): Promise<Alert | undefined> {
  const row = AlertShape.find(id, await alertRow(id));
  return row && alertOf(id, row);
}

/** The row must still say that it was an incident, as it did when it was read. */
async function acceptAgain(raised: Alert, told: Told, before?: Alert['before']): Promise<Kept> {
  const { revision, course } = raised;
  const goesOn = before === undefined ? {} : { before, ...(course && { course: back(course) }) };
  const alert = { ...fresh(told), ...goesOn, ...next(revision) };
  const raw = await alertRow(raised.id);
  const row = AlertShape.find(raised.id, raw);
  const isAsGiven = row?.stage === 'done' && row.revision === revision;
  const isNew = isAsGiven && (await writeIf(raw, alert));
  return { alert: isNew ? alert : ((await find(alert.id)) ?? alert), isNew };
}

/** Fires again, where its tool had said that it was over. */
function back(course: NonNullable<Alert['course']>): NonNullable<Alert['course']> {
  const { recovered, ...rest } = course;
  return recovered === undefined ? rest : { ...rest, turn: course.turn + 1 };
}

const change: Alerts['change'] = async (id, make) => {
  for (let n = 0; n < TRIES; n += 1) {
    const raw = await alertRow(id);
    const row = AlertShape.find(id, raw);
    if (!row) throw new IncidentError('changed-meanwhile', `There is no alert ${id}`);
    const now = alertOf(id, row);
    const made = make(now);
    if (!made) return now;
    const alert = { ...made, ...next(now.revision) };
    if (await writeIf(raw, alert)) return alert;
  }
  throw new IncidentError('unavailable', 'An alert was changed by others again and again');
};

function writeIf(raw: unknown, alert: Alert): Promise<boolean> {
  const row = storedAlert(alert);
  return writeStoreIf(() => kvs.transact().set(alert.id, row, ifAlertIs(raw)).execute());
}

/** As it was when it was read. */
export function ifAlertIs(raw: unknown) {
  const conditions = unchanged<Stored<AlertRow>>(raw, 'revision', numberIn(raw, 'revision'));
  return { entityName: ALERTS, conditions };
}

export function next(revision = 0): { readonly revision: number } {
  return { revision: revision + 1 };
}

function idOf(door: DoorId, alertId: string): string {
  // The first door's alerts lie where they lay when there was no other.
  const name = door === FIRST_DOOR ? alertId : JSON.stringify([door, alertId]);
  return digestOf(name);
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');

function fresh({ door, declaration, at: receivedAt, ...about }: Told): Alert {
  const { fingerprint, windowMinutes = 0, from, link } = about;
  const { alertId, summary, detected } = declaration;
  return {
    id: idOf(door, alertId),
    ...next(),
    mark: randomUUID(),
    declaration,
    receivedAt,
    state: 'accepted',
    tried: false,
    ...(fingerprint !== undefined && {
      group: { key: digestOf(JSON.stringify([door, fingerprint])), windowMinutes },
    }),
    course: {
      name: cutAt(summary, NAME_LENGTH),
      ...(from !== undefined && { from }),
      ...(link !== undefined && { link }),
      since: detected !== undefined && detected < receivedAt ? detected : receivedAt,
      ...(detected !== undefined && { began: detected }),
      turn: 1,
    },
  };
}

export function storedAlert(alert: Alert) {
  const { revision, declaration, mark, state, tried, incident, before, reason, group } = alert;
  const ofBoth = { receivedAt: iso(alert.receivedAt), revision, group, course: alert.course };
  return AlertShape.stored(
    state === 'raised'
      ? { stage: 'done', incident, ...ofBoth }
      : {
          stage: OPEN,
          alert: { declaration, mark, state, tried, incident, before, reason },
          ...ofBoth,
        },
  );
}

const DONE = {
  declaration: { summary: '', source: 'monitoring' },
  state: 'raised',
  tried: true,
} as const;

/** Alerts that older versions of the app have tried are marked with their id. */
function alertOf(id: string, { receivedAt, alert = DONE, ...row }: AlertRow): Alert {
  const { incident, revision, group, course } = row;
  return {
    mark: id,
    ...alert,
    id,
    receivedAt: instant(receivedAt),
    ...(revision !== undefined && { revision }),
    ...(incident && { incident }),
    ...(group && { group }),
    ...(course && { course }),
  };
}
