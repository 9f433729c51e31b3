import { type ReadAlert } from '../../ports/declaring/alert-bodies';
import { firstText, labelsIn, linesOf, type Obj, objectIn, without } from './json';
import { alertOf } from './said';

const STATES: Readonly<Record<string, ReadAlert['state']>> = {
  create: 'firing',
  close: 'recovered',
  delete: 'recovered',
};
const TELLING = ['alias', 'priority', 'responders', 'teams', 'entity', 'tags'];
const PLACED = ['message', 'alias', 'alertId', 'description', 'priority', 'details', 'createdAt'];

/**
 * Alerts in the shape of Opsgenie's alert API, and what its webhook integration tells of them.
 *
 * @see https://docs.opsgenie.com/docs/alert-api
 * @see https://support.atlassian.com/opsgenie/docs/integrate-opsgenie-with-webhook/
 */
export function opsgenieAlerts(body: Obj): readonly ReadAlert[] | undefined {
  const inner = objectIn(body['alert']);
  const action = firstText(body['action'])?.toLowerCase();
  if (inner !== undefined && action !== undefined) {
    return [alertIn(inner, STATES[action] ?? 'noted', without(body, ['alert']))];
  }
  const isOne =
    firstText(body['message']) !== undefined &&
    firstText(body['summary']) === undefined &&
    TELLING.some((key) => Object.hasOwn(body, key));
  return isOne ? [alertIn(body, 'firing', {})] : undefined;
}

function alertIn(alert: Obj, state: ReadAlert['state'], around: Obj): ReadAlert {
  const details = objectIn(alert['details']) ?? {};
  const said = firstText(alert['description']);
  const lines = linesOf({ ...without(alert, PLACED), ...details, ...around });
  const message = firstText(alert['message']);
  return alertOf({
    id: firstText(alert['alias'], alert['alertId'], message),
    summary: message,
    description: [...(said ? [said] : []), lines.join('\n')].join('\n\n'),
    severity: alert['priority'],
    service: firstText(details['service']),
    detected: alert['createdAt'],
    state,
    recoveredAt: state === 'recovered' ? alert['updatedAt'] : undefined,
    links: [details['url'], details['link']],
    labels: new Map([...labelsIn(alert), ...labelsIn(details)]),
  });
}
