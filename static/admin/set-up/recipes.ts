import { callOf } from './call-of';

/** Tools of which most teams have one, and our own shape for all others. */
export const RECIPES = [
  'own',
  'alertmanager',
  'grafana',
  'pagerduty',
  'opsgenie',
  'cloudWatch',
] as const;
export type RecipeName = (typeof RECIPES)[number];

/** What to write where in a tool, so that its alerts come in at this address. @param example in our own shape */
export function recipeFor(name: RecipeName, address: string, example: object): string {
  return WAYS[name](address, example);
}

const WAYS: Readonly<Record<RecipeName, (address: string, example: object) => string>> = {
  own: (address, example) => callOf(address, 'ALERT_SECRET', example),
  alertmanager: (address) =>
    [
      'receivers:',
      '  - name: hot',
      '    webhook_configs:',
      `      - url: '${address}'`,
      '        send_resolved: true',
      '        http_config:',
      '          authorization:',
      '            type: Bearer',
      '            credentials: <secret>',
    ].join('\n'),
  grafana: (address) =>
    [
      'Integration: Webhook',
      `URL: ${address}`,
      'HTTP Method: POST',
      'Authorization Header - Scheme: Bearer',
      'Authorization Header - Credentials: <secret>',
    ].join('\n'),
  pagerduty: (address) =>
    [
      `curl -X POST '${address}' \\`,
      `  -H 'Content-Type: application/json' \\`,
      `  -d "{\\"routing_key\\": \\"$ALERT_SECRET\\", \\"event_action\\": \\"trigger\\", \\"dedup_key\\": \\"try-1\\",`,
      `    \\"payload\\": {\\"summary\\": \\"Disk full\\", \\"source\\": \\"pay-2\\", \\"severity\\": \\"error\\"}}"`,
    ].join('\n'),
  opsgenie: (address) =>
    [
      `curl -X POST '${address}' \\`,
      `  -H "Authorization: GenieKey $ALERT_SECRET" \\`,
      `  -H 'Content-Type: application/json' \\`,
      `  -d '{"message": "Disk full", "alias": "try-1", "priority": "P2"}'`,
    ].join('\n'),
  cloudWatch: (address) =>
    [
      'aws sns subscribe --protocol https --topic-arn <topic> \\',
      `  --notification-endpoint '${address.replace('://', '://hot:<secret>@')}'`,
    ].join('\n'),
};
