import { type IncidentId } from '../../domain/incident/incident';
import { type Instant } from '../../domain/time';

/** How long logs are kept. */
export interface LogKeeping {
  /** The issue was deleted: the log goes thirty days later. May be repeated. @throws {IncidentError} `unavailable` */
  expire(id: IncidentId, goneAt: Instant): Promise<void>;
  /** Somebody said that the issue was deleted. @throws {IncidentError} `unavailable` */
  isExpiring(id: IncidentId): Promise<boolean>;
  /** The issue is there after all: its log stays. May be repeated. @throws {IncidentError} `unavailable` */
  keep(id: IncidentId): Promise<void>;
  /** Logs of issues that were gone by then. A moment behind. @throws {IncidentError} `unavailable` */
  expired(by: Instant): Promise<readonly IncidentId[]>;
  /** Takes a log away for good, unless somebody wrote into it meanwhile. May be repeated. @throws {IncidentError} `unavailable` */
  remove(id: IncidentId): Promise<void>;
}
