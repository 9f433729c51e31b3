import { createHash } from 'node:crypto';
import { kvs, Sort } from '@forge/kvs';
import { type DoorId } from '../../domain/declaring/doors';
import { instantAt } from '../../domain/time';
import { type LeftAlert, type LeftAlerts } from '../../ports/declaring/left-alerts';
import { readStore, writeStore } from './answers';
import { LeftAlertShape } from './shapes/alerts';

/** The entity of manifest.yml. */
const ENTITY = 'left-alert';
const KEPT = { value: 90, unit: 'DAYS' } as const;
const PAGE = 100;
/** Counted no further. */
const MOST = 1000;
const SHOWN = 20;

/** One row per alert, under a digest of the door and of the tool's id; the store forgets it by itself. */
export function kvsLeftAlerts(): LeftAlerts {
  const rows = kvs.entity<unknown>(ENTITY);
  return {
    async keep(door, alertId, { at, ...left }) {
      const key = createHash('sha256')
        .update(JSON.stringify([door, alertId]))
        .digest('hex');
      const row = LeftAlertShape.stored({ door, at, left });
      await writeStore(() => rows.set(key, row, { ttl: KEPT }));
    },
    async of(door) {
      const last: LeftAlert[] = [];
      let count = 0;
      let cursor: string | undefined;
      do {
        const page = await pageOf(door, cursor);
        count += page.results.length;
        if (last.length < SHOWN) last.push(...LeftAlertShape.among(page.results).map(leftOf));
        cursor = page.nextCursor;
      } while (cursor !== undefined && count < MOST);
      return { count, isMore: cursor !== undefined, last: last.slice(0, SHOWN) };
    },
  };
}

/** The newest first. */
function pageOf(door: DoorId, cursor: string | undefined) {
  const query = kvs
    .entity<unknown>(ENTITY)
    .query()
    .index('by-door', { partition: [door] })
    .sort(Sort.DESC)
    .limit(PAGE);
  return readStore(() => (cursor === undefined ? query : query.cursor(cursor)).getMany());
}

function leftOf({ value: { at, left } }: { readonly value: LeftRow }): LeftAlert {
  return { ...left, at: instantAt(at) };
}

type LeftRow = { readonly at: number; readonly left: Omit<LeftAlert, 'at'> };
