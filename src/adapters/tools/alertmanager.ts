import { type ReadAlert } from '../../ports/declaring/alert-bodies';
import {
  firstText,
  isObject,
  labelsIn,
  linesOf,
  listIn,
  type Obj,
  objectIn,
  textIn,
  without,
} from './json';
import { alertOf } from './said';

/**
 * Webhooks of Prometheus' Alertmanager and of Grafana, which have the same alerts in them (Grafana's have more). One
 * call tells many.
 *
 * @see https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
 * @see https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/
 */
export function alertmanagerAlerts(body: unknown): readonly ReadAlert[] | undefined {
  const alerts = isObject(body) ? listIn(body['alerts']) : listIn(body);
  const labelled = alerts.filter((one) => isObject(one) && isObject(one['labels']));
  if (labelled.length === 0 || labelled.length < alerts.length) return undefined;
  const status = isObject(body) ? body['status'] : undefined;
  return labelled.filter(isObject).map((alert) => alertIn(alert, status));
}

const TEXTS = ['summary', 'description', 'message'];
const PLACED = ['status', 'labels', 'annotations', 'startsAt', 'endsAt', 'fingerprint'];

function alertIn(alert: Obj, statusOfAll: unknown): ReadAlert {
  const labels = labelsIn(alert['labels']);
  const notes = objectIn(alert['annotations']) ?? {};
  const said = firstText(notes['description'], notes['message']);
  const details = linesOf({
    ...Object.fromEntries(labels),
    ...without(notes, TEXTS),
    ...without(alert, PLACED),
  });
  const isOver = firstText(alert['status'], statusOfAll)?.toLowerCase() === 'resolved';
  return alertOf({
    id: textIn(alert['fingerprint']) ?? JSON.stringify([...labels].toSorted()),
    summary: firstText(notes['summary'], notes['title'], labels.get('alertname'), said),
    description: [...(said ? [said] : []), details.join('\n')].join('\n\n'),
    severity: levelOf(labels),
    service: labels.get('service'),
    products: labels.get('product'),
    detected: alert['startsAt'],
    state: isOver ? 'recovered' : 'firing',
    recoveredAt: isOver ? alert['endsAt'] : undefined,
    name: labels.get('alertname'),
    links: [alert['panelURL'], alert['dashboardURL'], alert['generatorURL']],
    labels,
  });
}

function levelOf(labels: ReadonlyMap<string, string>): string | undefined {
  return labels.get('severity') ?? labels.get('priority');
}
