import { describe, expect, test } from '@jest/globals';
import { toolAlertBodies } from '../../../src/adapters/tools/alert-bodies';

/** Bodies as tools send them, in the shapes that their makers publish; the names in them are invented. */
const read = (body: unknown) => toolAlertBodies().read(JSON.stringify(body));
const moment = (text: string) => Date.parse(text);

const FIRING = {
  status: 'firing',
  labels: { alertname: 'CheckoutErrors', severity: 'critical', service: 'Payments', zone: 'eu-1' },
  annotations: {
    summary: 'Checkout fails for 48 %',
    description: 'More than 5 % for 5 minutes.',
    runbook_url: 'https://wiki.example/checkout',
  },
  startsAt: '2026-03-02T10:51:03.157076123+01:00',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'https://prometheus.example/graph?g0',
  fingerprint: 'c6eadffa33fcdf37',
};
const RESOLVED = {
  ...FIRING,
  status: 'resolved',
  endsAt: '2026-03-02T12:00:00Z',
  fingerprint: 'f2',
};
const AROUND = { receiver: 'hot', groupKey: '{}:{alertname="CheckoutErrors"}', version: '4' };

describe("Alertmanager's and Grafana's", () => {
  test('alerts are read one by one, with what is over among them', () => {
    const [first, second, ...others] = read({
      ...AROUND,
      status: 'firing',
      alerts: [FIRING, RESOLVED],
    });
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      declaration: {
        alertId: 'c6eadffa33fcdf37',
        summary: 'Checkout fails for 48 %',
        severity: 1,
        service: 'Payments',
        detected: moment('2026-03-02T09:51:03.157Z'),
      },
      state: 'firing',
    });
    expect(first?.recoveredAt).toBeUndefined();
    expect(first?.declaration.description).toMatch(/^More than 5 % for 5 minutes\.\n\n/);
    expect(first?.declaration.description).toContain('zone: eu-1\nrunbook_url: https://wiki');
    expect(first?.labels.get('zone')).toBe('eu-1');
    expect(second).toMatchObject({
      state: 'recovered',
      recoveredAt: moment('2026-03-02T12:00:00Z'),
    });
  });

  test('values and links of Grafana stand in the description; without a summary the name is the title', () => {
    const grafana = {
      ...FIRING,
      annotations: {},
      values: { B: 44.2, C: 1 },
      dashboardURL: 'https://grafana.example/d/1',
      silenceURL: '',
    };
    const body = {
      receiver: 'My hook',
      orgId: 1,
      title: '[FIRING:1]',
      state: 'alerting',
      alerts: [grafana],
    };
    const [only] = read(body);
    expect(only?.declaration.summary).toBe('CheckoutErrors');
    expect(only?.declaration.description).toContain('values: {"B":44.2,"C":1}');
    expect(only?.declaration.description).toContain('dashboardURL: https://grafana.example/d/1');
    expect(only?.declaration.description).not.toContain('silenceURL');
  });

  test('of old versions have no fingerprint: their labels tell them', () => {
    const { fingerprint: _, ...old } = FIRING;
    const ids = read({ alerts: [old, { ...old, labels: { ...old.labels, zone: 'eu-2' } }] });
    expect(new Set(ids.map(({ declaration }) => declaration.alertId)).size).toBe(2);
  });
});

describe("events in PagerDuty's shape", () => {
  const EVENT = {
    routing_key: 'a-secret',
    event_action: 'trigger',
    dedup_key: 'srv01/disk',
    payload: {
      summary: 'Disk at 97 %',
      source: 'srv01.example',
      severity: 'error',
      timestamp: '2026-03-02T10:00:00.000+0000',
      component: 'Payments',
      group: 'prod',
      custom_details: { free: '3 GB' },
    },
    links: [{ href: 'https://wiki.example/disk', text: 'Runbook' }],
  };

  test('are read, without the key', () => {
    const [only] = read(EVENT);
    expect(only).toMatchObject({
      declaration: {
        alertId: 'srv01/disk',
        summary: 'Disk at 97 %',
        severity: 2,
        service: 'Payments',
        detected: moment('2026-03-02T10:00:00Z'),
      },
      state: 'firing',
    });
    expect(only?.declaration.description).toContain('free: 3 GB');
    expect(JSON.stringify([only, [...(only?.labels ?? [])]])).not.toContain('a-secret');
    expect(only?.labels.get('group')).toBe('prod');
  });

  test.each([
    ['acknowledge', 'noted'],
    ['resolve', 'recovered'],
  ])('%s is %s', (event_action, state) => {
    expect(read({ event_action, dedup_key: 'srv01/disk' })).toMatchObject([
      { declaration: { alertId: 'srv01/disk' }, state },
    ]);
  });
});

describe("alerts in Opsgenie's shape", () => {
  test('are read', () => {
    const [only] = read({
      message: 'Checkout is slow',
      alias: 'checkout-slow',
      description: 'p95 over 10 s',
      priority: 'P2',
      tags: ['prod'],
      details: { service: 'Payments', region: 'eu' },
    });
    expect(only).toMatchObject({
      declaration: {
        alertId: 'checkout-slow',
        summary: 'Checkout is slow',
        severity: 2,
        service: 'Payments',
      },
      asides: ['severity: P2'],
    });
    expect(only?.declaration.description).toContain('region: eu');
  });

  test.each([
    ['Create', 'firing'],
    ['Acknowledge', 'noted'],
    ['Close', 'recovered'],
  ])('its webhook tells %s: %s', (action, state) => {
    const alert = {
      alertId: '0526',
      alias: 'checkout-slow',
      message: 'Slow',
      createdAt: 1772445600000,
    };
    expect(read({ action, alert, integrationName: 'HOT', source: { type: 'api' } })).toMatchObject([
      { declaration: { alertId: 'checkout-slow', detected: 1772445600000 }, state },
    ]);
  });
});

describe("Amazon's", () => {
  const ALARM = {
    AlarmName: 'checkout-5xx',
    AlarmDescription: 'Too many errors',
    AWSAccountId: '123456789012',
    NewStateValue: 'ALARM',
    NewStateReason: 'Threshold Crossed: 1 datapoint (48.0) was greater than 5.0.',
    StateChangeTime: '2026-03-02T10:46:32.006+0000',
    Region: 'EU (Frankfurt)',
    AlarmArn: 'arn:aws:cloudwatch:eu-central-1:123456789012:alarm:checkout-5xx',
    OldStateValue: 'OK',
    Trigger: { MetricName: '5XX', Dimensions: [{ name: 'LoadBalancer', value: 'app/checkout' }] },
  };
  const sns = (about: object) => ({
    Type: 'Notification',
    MessageId: 'da41e39f',
    TopicArn: 'arn:aws:sns:eu-central-1:123456789012:alarms',
    Subject: 'ALARM: "checkout-5xx" in EU (Frankfurt)',
    Message: JSON.stringify(ALARM),
    Timestamp: '2026-03-02T10:46:33Z',
    Signature: 'EXAMPLE',
    ...about,
  });

  test('alarms are read, carried by the notification service or not', () => {
    for (const body of [ALARM, sns({})]) {
      const [only] = read(body);
      expect(only).toMatchObject({
        declaration: {
          alertId: ALARM.AlarmArn,
          summary: 'checkout-5xx',
          detected: moment('2026-03-02T10:46:32.006Z'),
        },
        state: 'firing',
      });
      expect(only?.declaration.description).toContain('Threshold Crossed');
      expect(only?.labels.get('LoadBalancer')).toBe('app/checkout');
    }
  });

  test('alarms that are over say when', () => {
    const Message = JSON.stringify({ ...ALARM, NewStateValue: 'OK' });
    expect(read(sns({ Message }))).toMatchObject([
      { state: 'recovered', recoveredAt: moment('2026-03-02T10:46:32.006Z') },
    ]);
  });

  test('notifications of words are alerts, and so is the wish to be confirmed, with its address', () => {
    expect(read(sns({ Message: 'Disk full', Subject: undefined }))).toMatchObject([
      { declaration: { alertId: 'da41e39f', summary: 'Disk full' } },
    ]);
    const SubscribeURL = 'https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription';
    const Message = 'You have chosen to subscribe to the topic alarms.';
    const [only] = read(
      sns({ Type: 'SubscriptionConfirmation', SubscribeURL, Message, Subject: undefined }),
    );
    expect(only?.declaration.summary).toBe(Message);
    expect(only?.declaration.description).toContain(SubscribeURL);
  });
});
