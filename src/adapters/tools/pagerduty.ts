import { type ReadAlert } from '../../ports/declaring/alert-bodies';
import { firstText, labelsIn, linesOf, listIn, type Obj, objectIn, without } from './json';
import { alertOf } from './said';

const STATES: Readonly<Record<string, ReadAlert['state']>> = {
  trigger: 'firing',
  acknowledge: 'noted',
  resolve: 'recovered',
};
const PLACED = ['routing_key', 'event_action', 'dedup_key', 'payload'];
const PAYLOAD_PLACED = ['summary', 'severity', 'timestamp', 'custom_details'];

/**
 * Events in the shape of PagerDuty's Events API v2, as many tools can send them. What they say of `component` is the
 * service.
 *
 * @see https://developer.pagerduty.com/docs/send-alert-event
 */
export function pagerdutyAlerts(body: Obj): readonly ReadAlert[] | undefined {
  const action = firstText(body['event_action'])?.toLowerCase();
  const state = action === undefined ? undefined : STATES[action];
  if (state === undefined) return undefined;
  const payload = objectIn(body['payload']) ?? {};
  const details = objectIn(payload['custom_details']);
  const lines = linesOf({
    ...without(payload, details ? PAYLOAD_PLACED : PAYLOAD_PLACED.slice(0, 3)),
    ...details,
    ...without(body, PLACED),
  });
  const said = firstText(payload['summary']);
  const alert = alertOf({
    id: firstText(body['dedup_key']) ?? JSON.stringify([payload['source'], said]),
    summary: said,
    description: lines.join('\n'),
    severity: payload['severity'],
    service: payload['component'],
    detected: payload['timestamp'],
    state,
    recoveredAt: state === 'recovered' ? payload['timestamp'] : undefined,
    links: [body['client_url'], ...listIn(body['links']).map((one) => objectIn(one)?.['href'])],
    labels: new Map([...labelsIn(payload), ...labelsIn(details)]),
  });
  return [alert];
}
