import { kvs } from '@forge/kvs';
import { type BackfillProgress, type BackfillWish } from '../domain/backfill';
import { type BackfillStore } from '../ports/backfill-store';

const WISH = 'backfill-wish';
const PROGRESS = 'backfill-progress';

/** One value each: ids, numbers and moments. Whoever asked for it is an account id. */
export function kvsBackfill(): BackfillStore {
  return {
    wish: () => kvs.get<BackfillWish>(WISH),
    async saveWish(wish) {
      await kvs.set(WISH, wish);
    },
    progress: () => kvs.get<BackfillProgress>(PROGRESS),
    async saveProgress(progress) {
      await kvs.set(PROGRESS, progress);
    },
  };
}
