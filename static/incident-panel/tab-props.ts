import { type IncidentView } from '../../src/contract';
import { type Failure, type IncidentActions } from '../kit/incident';
import { type Names } from '../kit/people';
import { type Place } from '../kit/places';

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
