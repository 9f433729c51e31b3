import { type ResponseView } from '../../contract';
import { agreementFor } from '../../domain/response/agreement';
import { checklistOf } from '../../domain/response/checklist';
import { stepsOf } from '../../domain/response/steps';
import { type Instant } from '../../domain/time';
import { effectiveTimes } from '../../domain/clocks/notes';
import { type OpenedIncident } from '../../usecases/incident/open-incident';

/** Hours in an incident after which people should be relieved, where nobody agreed otherwise. */
const HAND_OVER_HOURS = 8;

/** Where the response stands, in the contract's plain JSON. */
export function responseView(
  { incident, head, settings }: OpenedIncident,
  now: Instant,
): ResponseView {
  const { notes, hash: _, jiraUntil: __, ...response } = head;
  const { faultyService, affectedProducts = [] } = incident;
  const known = { ...incident, times: effectiveTimes(incident, notes) };
  return {
    ...response,
    steps: stepsOf(known, head),
    checklist: checklistOf({ incident: known, head, now }),
    cadenceMinutes: agreementFor(settings, incident)?.cadenceMinutes ?? null,
    handOverHours: settings.response?.handOverHours ?? HAND_OVER_HOURS,
    rooms: roomsView(incident.rooms),
    rules: rulesView(settings.response),
    faultyService: faultyService?.name ?? null,
    affectedProducts: affectedProducts.map(({ name }) => name),
  };
}

function roomsView(rooms: OpenedIncident['incident']['rooms'] = {}): ResponseView['rooms'] {
  return {
    chatChannel: rooms.chatChannel ?? null,
    videoCall: rooms.videoCall ?? null,
    stateDocument: rooms.stateDocument ?? null,
  };
}

function rulesView(response: OpenedIncident['settings']['response'] = {}): ResponseView['rules'] {
  return {
    supportJql: response.supportJql ?? null,
    cleanUpProject: response.cleanUpProject ?? null,
    reviewSpace: response.reviewSpace ?? null,
  };
}
