import { cutAt, holdable } from '../../domain/texts';
import { type AlertBodies, type ReadAlert } from '../../ports/declaring/alert-bodies';
import { alertmanagerAlerts } from './alertmanager';
import { cloudWatchAlerts, snsAlerts } from './aws';
import { isObject, jsonIn } from './json';
import { opsgenieAlerts } from './opsgenie';
import { pagerdutyAlerts } from './pagerduty';
import { plainAlert } from './plain';
import { alertOf, MOST, oneLine } from './said';

/** Bodies as tools send them: each is told by keys that no other has; whatever is left is read as our own shape. */
export function toolAlertBodies(): AlertBodies {
  return {
    read(text) {
      const words = oneLine(text);
      if (words === '') return [];
      const json = jsonIn(text);
      const alerts =
        json === undefined ? [alertOf({ description: holdable(text) })] : alertsIn(json);
      return alerts.map((alert) => titled(alert, words));
    },
  };
}

function alertsIn(body: unknown): readonly ReadAlert[] {
  const many = alertmanagerAlerts(body);
  if (many !== undefined) return many;
  if (!isObject(body)) return [alertOf({ description: wordsOf(body) })];
  return (
    snsAlerts(body, alertsIn) ??
    cloudWatchAlerts(body) ??
    pagerdutyAlerts(body) ??
    opsgenieAlerts(body) ?? [plainAlert(body)]
  );
}

/** What says nothing that would be a title is told by all it says. */
function titled(alert: ReadAlert, words: string): ReadAlert {
  const { declaration } = alert;
  if (declaration.summary !== '') return alert;
  return { ...alert, declaration: { ...declaration, summary: cutAt(words, MOST.summary) } };
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
