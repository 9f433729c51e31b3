import { createHash } from 'node:crypto';
import { kvs } from '@forge/kvs';
import { instant, iso } from '../../domain/time';
import { type Alert, type Alerts } from '../../ports/declaring/alerts';
import { readStore, writeStore, writeStoreIf } from './answers';
import { type AlertRow, AlertShape } from './shapes/lists';

/** The entity of manifest.yml. */
const ENTITY = 'alerts';
const PAGE = 100;
const OPEN = 'open';

/**
 * One row per alert, under a digest of the other side's id, which may be of any length and letters. The first to write
 * it is the only one; a row outlives its alert, so that the same alert years later is still the same.
 */
export function kvsAlerts(): Alerts {
  const rows = kvs.entity<unknown>(ENTITY);
  const rowOf = (id: string) => readStore(() => rows.get(id));
  const get = async (id: string) => {
    const row = AlertShape.find(id, await rowOf(id));
    return row && alertOf(id, row);
  };
  return {
    get,
    async accept(declaration, receivedAt) {
      const id = createHash('sha256').update(declaration.alertId).digest('hex');
      const alert: Alert = { id, declaration, receivedAt, state: 'accepted', tried: false };
      const isNew = await isFirst(alert);
      return { alert: isNew ? alert : ((await get(id)) ?? alert), isNew };
    },
    async save(alert) {
      AlertShape.refuseNewer(alert.id, await rowOf(alert.id));
      await writeStore(() => rows.set(alert.id, storedRow(alert)));
    },
    async open() {
      const found: Alert[] = [];
      let cursor: string | undefined;
      do {
        const query = rows
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

function isFirst(alert: Alert): Promise<boolean> {
  const rows = kvs.entity<unknown>(ENTITY);
  return writeStoreIf(() => rows.set(alert.id, storedRow(alert), { keyPolicy: 'FAIL_IF_EXISTS' }));
}

function storedRow(alert: Alert) {
  const { declaration, state, tried, incident, reason } = alert;
  const receivedAt = iso(alert.receivedAt);
  return AlertShape.stored(
    state === 'raised'
      ? { receivedAt, stage: 'done', incident }
      : { receivedAt, stage: OPEN, alert: { declaration, state, tried, incident, reason } },
  );
}

const DONE = {
  declaration: { summary: '', source: 'monitoring' },
  state: 'raised',
  tried: true,
} as const;

function alertOf(id: string, { receivedAt, alert = DONE, incident }: AlertRow): Alert {
  return { ...alert, id, receivedAt: instant(receivedAt), ...(incident && { incident }) };
}
