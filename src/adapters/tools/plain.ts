import { type ReadAlert } from '../../ports/declaring/alert-bodies';
import { firstText, labelsIn, type Obj, without } from './json';
import { alertOf } from './said';

/** A list of keys. */
function words(text: string): readonly string[] {
  return text.split(' ');
}

/** Keys of our own shape, and what others call the same. The first that says something counts; the rest stays. */
const NAMES = {
  id: ['alertId', 'alert_id', 'id', 'dedup_key', 'dedupKey', 'alias', 'incident_key', 'key'],
  summary: words(
    'summary title subject name alertname alert_name message msg text event detail-type Subject Message',
  ),
  description: ['description', 'details', 'body', 'message', 'text', 'reason', 'Message'],
  severity: ['severity', 'priority', 'level', 'urgency'],
  service: ['service', 'faultyService', 'component'],
} as const;

/** Ours alone. */
const OWN = ['products', 'impactStart', 'detected', 'source', 'test'];
const STATES = ['status', 'state'];
const LINKS = ['link', 'url', 'address', 'href'];
const OVER = ['resolved', 'recovered', 'closed'];

/** An alert in our own shape, or in one that nobody has told us of: all it says stands in it. */
export function plainAlert(body: Obj): ReadAlert {
  const found = {
    id: keyIn(body, NAMES.id),
    summary: keyIn(body, NAMES.summary),
    severity: keyIn(body, NAMES.severity),
    service: keyIn(body, NAMES.service),
  };
  const rest = without(
    body,
    Object.values(found).flatMap((key) => key ?? []),
  );
  const description = keyIn(rest, NAMES.description);
  const state = STATES.map((key) => firstText(body[key])?.toLowerCase());
  const isTest = body['test'] === true || body['test'] === 'true';
  const placed = OWN.filter((key) => key !== 'test' || isTest || body[key] === false);
  return alertOf({
    id: textUnder(body, found.id),
    summary: textUnder(body, found.summary),
    description: textUnder(rest, description),
    severity: found.severity === undefined ? body['severity'] : body[found.severity],
    service: found.service === undefined ? body['service'] : body[found.service],
    products: body['products'],
    impactStart: body['impactStart'],
    detected: body['detected'],
    source: body['source'],
    state: state.some((word) => word !== undefined && OVER.includes(word)) ? 'recovered' : 'firing',
    recoveredAt: firstText(body['recovered'], body['endsAt'], body['resolved_at']),
    name: firstText(body['alertname'], body['alert_name'], body['name']),
    links: LINKS.map((key) => body[key]),
    labels: labelsIn(body),
    others: without(rest, [
      ...placed,
      'severity',
      'service',
      ...(description ? [description] : []),
    ]),
    isTest,
  });
}

function keyIn(body: Obj, names: readonly string[]): string | undefined {
  return names.find((name) => Object.hasOwn(body, name) && firstText(body[name]) !== undefined);
}

function textUnder(body: Obj, key: string | undefined): string | undefined {
  return key === undefined ? undefined : firstText(body[key]);
}
