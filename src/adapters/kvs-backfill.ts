import { kvs } from '@forge/kvs';
import { type BackfillProgress, type BackfillWish } from '../domain/backfill';
import { type BackfillStore } from '../ports/backfill-store';
import { kvsAccounts } from './kvs-accounts';

const WISH = 'backfill-wish';
const PROGRESS = 'backfill-progress';

/** One value each: ids, numbers and moments. Whoever asked for it is an account id. */
export function kvsBackfill(): BackfillStore {
  return {
    wish: () => kvs.get<BackfillWish>(WISH),
    async saveWish(wish) {
      if (wish.by !== undefined) await kvsAccounts().keep([wish.by]);
      await kvs.set(WISH, wish);
    },
    async erase(person) {
      const wish = await kvs.get<BackfillWish>(WISH);
      if (wish?.by !== person) return;
      const { by: _, ...rest } = wish;
      await kvs.set(WISH, rest);
    },
    progress: () => kvs.get<BackfillProgress>(PROGRESS),
    async saveProgress(progress) {
      await kvs.set(PROGRESS, progress);
    },
  };
}
