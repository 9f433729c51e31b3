import { kvs } from '@forge/kvs';
import { IncidentError } from '../../domain/errors';
import { type IncidentId } from '../../domain/incident/incident';
import { EMPTY_HEAD, type Head } from '../../domain/log/head';
import { type IncidentLogs } from '../../ports/log/incident-logs';
import { jsonLog } from '../forge/json-log';
import { readStore } from './answers';
import { append } from './log-append';
import { headIn, makeHeadAnew, mendHead, storedHead } from './log-heads';
import { entriesOf, HEADS, inParts } from './log-rows';
import { numberIn } from './shape';
import { readablePartsOf } from './shapes/head';

const log = jsonLog();

/** Longer logs are not replayed while somebody waits for a page. */
const REPLAYED_AT_ONCE = 500;

/**
 * Logs in Forge's key-value store: entries under `log:{issue}:{seq}`, read by key, never by a query. A head that cannot
 * be read, or does not fit its log, is made anew before anything is built upon it.
 *
 * @param askForNewHead has the head of a long log made anew by a job; until then its readable parts are shown. Absent:
 *   it is made anew at once.
 */
export function kvsIncidentLogs(askForNewHead?: (id: IncidentId) => Promise<void>): IncidentLogs {
  return {
    async head(id) {
      const raw = await storedHead(id);
      if (raw === undefined) return EMPTY_HEAD;
      const row = headIn(id, raw);
      if (row) return row.head;
      const isLong = (numberIn(raw, 'seq') ?? Infinity) > REPLAYED_AT_ONCE;
      if (!askForNewHead || !isLong) return (await makeHeadAnew(id))?.row.head ?? EMPTY_HEAD;
      await asked(() => askForNewHead(id), id);
      return readablePartsOf(raw);
    },
    async heads(ids) {
      const found = new Map<IncidentId, Head>();
      for (const some of inParts(ids)) {
        const keys = some.map((key) => ({ key, entityName: HEADS }));
        const { successfulKeys } = await readStore(() => kvs.batchGet<unknown>(keys));
        for (const { key, value } of successfulKeys) {
          const id = key as IncidentId;
          const row = headIn(id, value) ?? (await makeHeadAnew(id))?.row;
          if (row) found.set(id, row.head);
        }
      }
      return found;
    },
    append,
    entries: entriesOf,
    makeHeadAnew: mendHead,
  };
}

/** Whoever looks next asks again. */
async function asked(ask: () => Promise<void>, id: IncidentId): Promise<void> {
  try {
    await ask();
  } catch (error) {
    if (!(error instanceof IncidentError)) throw error;
    log.warn('head is made anew later', { incident: id, code: error.code });
  }
}
