import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { kvs } from '@forge/kvs';
import { NO_ALERTS } from '../../domain/declaring/incident-alerts';
import { IncidentError } from '../../domain/errors';
import { type IncidentId } from '../../domain/incident/incident';
import { type AlertLists } from '../../ports/declaring/alerts';
import { alertRow, ifAlertIs, next, storedAlert } from './alerts';
import { readStore, writeStore, writeStoreIf } from './answers';
import { numberIn, type Stored } from './shape';
import { AlertShape, type IncidentAlertsRow as Row, IncidentAlertsShape } from './shapes/alerts';
import { unchanged } from './unchanged';

/** The entity of manifest.yml. */
const ENTITY = 'incident-alerts';
const TRIES = 8;
const PAUSE_MS = 120;

const rows = () => kvs.entity<unknown>(ENTITY);

/** One row per incident, written together with the alert that changes it. */
export function kvsAlertLists(): AlertLists {
  return {
    async of(incident) {
      const { row } = await read(incident);
      // One that is begun and has counted nothing is none.
      return row && row.alerts.count > 0 ? row.alerts : undefined;
    },
    count,
    async forget(incident) {
      await writeStore(() => rows().delete(incident));
    },
  };
}

async function read(id: IncidentId): Promise<{ readonly raw: unknown; readonly row?: Row }> {
  const raw = await readStore(() => rows().get(id));
  const row = IncidentAlertsShape.find(id, raw);
  return row ? { raw, row } : { raw };
}

const count: AlertLists['count'] = async (alert, incident, make) => {
  for (let n = 0; n < TRIES; n += 1) {
    if (n > 0) await pause(randomInt(n * PAUSE_MS) + 1);
    const [raw, there] = await Promise.all([alertRow(alert.id), thereOrFirst(incident)]);
    AlertShape.refuseNewer(alert.id, raw);
    if (raw === undefined || numberIn(raw, 'revision') !== alert.revision) return false;
    const { list, alert: after } = make(there.row.alerts);
    const counted = storedAlert({ ...after, ...next(alert.revision) });
    const row = IncidentAlertsShape.stored({ ...next(there.row.revision), alerts: list });
    const isWritten = await writeStoreIf(() =>
      kvs
        .transact()
        .set(alert.id, counted, ifAlertIs(raw))
        .set(incident, row, ifListIs(there.raw))
        .execute(),
    );
    if (isWritten) return true;
  }
  throw new IncidentError('unavailable', 'Others counted alerts of this incident again and again');
};

/** A condition needs a row to look at; of two who write the first one, one does. */
async function thereOrFirst(id: IncidentId): Promise<{ readonly raw: unknown; readonly row: Row }> {
  const { raw, row } = await read(id);
  if (row) return { raw, row };
  const first = { revision: 0, alerts: NO_ALERTS };
  const stored = IncidentAlertsShape.stored(first);
  await writeStoreIf(() => rows().set(id, stored, { keyPolicy: 'FAIL_IF_EXISTS' }));
  return { raw: stored, row: first };
}

function ifListIs(raw: unknown) {
  const conditions = unchanged<Stored<Row>>(raw, 'revision', numberIn(raw, 'revision'));
  return { entityName: ENTITY, conditions };
}
