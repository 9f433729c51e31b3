import { type BackfillProgress, type BackfillWish } from '../../domain/figures/backfill';
import { type PersonId } from '../../domain/incident/incident';

/** The two records of the backfill, each with one writer, strictly consistent. Calls throw `unavailable`. */
export interface BackfillStore {
  /** What administrators want. */
  wish(): Promise<BackfillWish | undefined>;
  saveWish(wish: BackfillWish): Promise<void>;
  /** How far the jobs are. */
  progress(): Promise<BackfillProgress | undefined>;
  /** Takes a closed account out of the wish. May be repeated. */
  erase(person: PersonId): Promise<void>;
  saveProgress(progress: BackfillProgress): Promise<void>;
}
