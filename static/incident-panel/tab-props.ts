import { type IncidentView } from '../../src/contract';
import { type Failure, type IncidentActions } from '../kit/incident/incident';
import { type Names } from '../kit/jira/people';
import { type Place } from '../kit/incident/places';

/** What every part of the response is given. */
export type TabProps = {
  readonly incident: IncidentView;
  /** A change is on its way. */
  readonly busy: boolean;
  /** The last thing asked for failed. */
  readonly failure?: Failure;
  readonly actions: IncidentActions;
  /** Of everybody whom the response names. */
  readonly names: Names;
  readonly onOpen: (place: Place) => void;
};
