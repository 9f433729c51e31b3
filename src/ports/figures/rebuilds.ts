import { type Rebuild } from '../../domain/figures/rebuild';

/** How far the store of figures is made anew. Every call throws {IncidentError} `unavailable`. */
export interface Rebuilds {
  get(): Promise<Rebuild | undefined>;
  save(rebuild: Rebuild): Promise<void>;
}
