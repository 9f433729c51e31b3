import { type BackfillStore } from '../../ports/figures/backfill-store';
import { kvsAccounts } from './accounts';
import { BackfillProgressShape, BackfillWishShape } from './shapes/runs';
import { singleValues } from './single-value';

const WISH = 'backfill-wish';
const PROGRESS = 'backfill-progress';

/** One value each: ids, numbers and moments. Whoever asked for it is an account id. Damaged ones are forgotten. */
export function kvsBackfill(): BackfillStore {
  const wishes = singleValues(BackfillWishShape);
  const progresses = singleValues(BackfillProgressShape);
  const wish = () => wishes.findOrForget(WISH);
  return {
    wish,
    async saveWish(said) {
      if (said.by !== undefined) await kvsAccounts().keep([said.by]);
      await wishes.save(WISH, said);
    },
    async erase(person) {
      const said = await wish();
      if (said?.by !== person) return;
      const { by: _, ...rest } = said;
      await wishes.save(WISH, rest);
    },
    progress: () => progresses.findOrForget(PROGRESS),
    saveProgress: (progress) => progresses.save(PROGRESS, progress),
  };
}
