import { createHash, randomUUID } from 'node:crypto';
import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { FIRST_DOOR } from '../../domain/declaring/doors';
import { instant, iso } from '../../domain/time';
import { type Alert, type Alerts, type Kept, type Told } from '../../ports/declaring/alerts';
import { readStore, writeStore, writeStoreIf } from './answers';
import { type Stored } from './shape';
import { type AlertRow, AlertShape } from './shapes/lists';

/** The entity of manifest.yml. */
const ENTITY = 'alerts';
const PAGE = 100;
const OPEN = 'open';

const rows = () => kvs.entity<unknown>(ENTITY);
const rowOf = (id: string) => readStore(() => rows().get(id));

/**
 * One row per alert and door, under a digest of the other side's id, which may be of any length and letters. The first
 * to write it is the only one; a row outlives its alert, so that the same alert later is known to be the same.
 */
export function kvsAlerts(): Alerts {
  return {
    get: find,
    async accept(told) {
      const alert = fresh(told);
      const isNew = await writeStoreIf(() =>
        rows().set(alert.id, storedRow(alert), { keyPolicy: 'FAIL_IF_EXISTS' }),
      );
      return { alert: isNew ? alert : ((await find(alert.id)) ?? alert), isNew };
    },
    acceptAgain,
    async save(alert) {
      AlertShape.refuseNewer(alert.id, await rowOf(alert.id));
      await writeStore(() => rows().set(alert.id, storedRow(alert)));
    },
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
  const row = AlertShape.find(id, await rowOf(id));
  return row && alertOf(id, row);
}

/** The row must still say that it was an incident, since when it came in. */
async function acceptAgain(raised: Alert, told: Told, before?: Alert['before']): Promise<Kept> {
  const alert = { ...fresh(told), ...(before !== undefined && { before }) };
  AlertShape.refuseNewer(raised.id, await rowOf(raised.id));
  const conditions = new Filter<Stored<AlertRow>>()
    .and('stage', FilterConditions.equalTo('done'))
    .and('receivedAt', FilterConditions.equalTo(iso(raised.receivedAt)));
  const isNew = await writeStoreIf(() =>
    kvs.transact().set(alert.id, storedRow(alert), { entityName: ENTITY, conditions }).execute(),
  );
  return { alert: isNew ? alert : ((await find(alert.id)) ?? alert), isNew };
}

function fresh({ door, declaration, at: receivedAt }: Told): Alert {
  const { alertId } = declaration;
  // The first door's alerts lie where they lay when there was no other.
  const name = door === FIRST_DOOR ? alertId : JSON.stringify([door, alertId]);
  const id = createHash('sha256').update(name).digest('hex');
  return { id, mark: randomUUID(), declaration, receivedAt, state: 'accepted', tried: false };
}

function storedRow(alert: Alert) {
  const { declaration, mark, state, tried, incident, before, reason } = alert;
  const receivedAt = iso(alert.receivedAt);
  return AlertShape.stored(
    state === 'raised'
      ? { receivedAt, stage: 'done', incident }
      : {
          receivedAt,
          stage: OPEN,
          alert: { declaration, mark, state, tried, incident, before, reason },
        },
  );
}

const DONE = {
  declaration: { summary: '', source: 'monitoring' },
  state: 'raised',
  tried: true,
} as const;

/** Alerts that older versions of the app have tried are marked with their id. */
function alertOf(id: string, { receivedAt, alert = DONE, incident }: AlertRow): Alert {
  return { mark: id, ...alert, id, receivedAt: instant(receivedAt), ...(incident && { incident }) };
}
