import { z } from 'zod';
import { type Declaration, type DetectionSource } from '../../../domain/declaring/declaration';
import { type DoorId } from '../../../domain/declaring/doors';
import {
  type AlertLine,
  type IncidentAlerts,
  type ListedAlert,
} from '../../../domain/declaring/incident-alerts';
import { type AlertState } from '../../../domain/log/what';
import { type IncidentId } from '../../../domain/incident/incident';
import { type Alert, type AlertGroup } from '../../../ports/declaring/alerts';
import { type LeftAlert } from '../../../ports/declaring/left-alerts';
import { asItIs, shapeOf } from '../shape';
import { doorId, errorCode, fields, incidentId, moment, oneOf, severity, texts } from './words';

export const detectionSource = () =>
  oneOf<DetectionSource>({ monitoring: true, customer: true, self: true });

const declaration = () =>
  fields<Declaration>()({
    summary: z.string(),
    description: z.string().optional(),
    severity: severity().optional(),
    service: z.string().optional(),
    products: texts().optional(),
    impactStart: moment().optional(),
    detected: moment().optional(),
    source: detectionSource(),
    alertId: z.string().optional(),
  });

const line = () =>
  fields<AlertLine>()({
    state: oneOf<AlertState>({ joined: true, recovered: true, again: true }),
    count: z.number(),
    firing: z.number(),
  });

const face = () => ({
  name: z.string(),
  from: z.string().optional(),
  since: moment(),
  recovered: moment().optional(),
  link: z.string().optional(),
});

const course = () =>
  fields<NonNullable<Alert['course']>>()({
    ...face(),
    began: moment().optional(),
    turn: z.number(),
    counted: z.object({ turn: z.number(), line: line().optional() }).optional(),
  });

const group = () =>
  fields<NonNullable<Alert['group']>>()({ key: z.string(), windowMinutes: z.number() });

/**
 * `stage` is what the index goes by: `open` until there is an incident. What it says is kept no longer than that, but
 * for what its incident lists of it.
 */
export type AlertRow = {
  readonly stage: 'open' | 'done';
  readonly receivedAt: string;
  readonly revision?: number;
  readonly alert?: Pick<
    Alert,
    'declaration' | 'state' | 'tried' | 'incident' | 'before' | 'reason'
  > & {
    readonly mark?: string;
  };
  readonly incident?: IncidentId;
  readonly group?: Alert['group'];
  readonly course?: Alert['course'];
};

const alert = () =>
  fields<NonNullable<AlertRow['alert']>>()({
    declaration: declaration(),
    state: oneOf<Alert['state']>({ accepted: true, waiting: true, raised: true }),
    tried: z.boolean(),
    mark: z.string().optional(),
    incident: incidentId().optional(),
    before: incidentId().optional(),
    reason: z.object({ code: errorCode(), said: z.string().nullable() }).optional(),
  });

const ofBoth = () => ({
  receivedAt: z.iso.datetime(),
  revision: z.number().optional(),
  group: group().optional(),
  course: course().optional(),
});

/** An alert, or what is left of one that is an incident. */
export const AlertShape = shapeOf<AlertRow>({
  name: 'alert',
  version: 3,
  lifts: { 0: asItIs, 1: asItIs, 2: asItIs },
  schema: () =>
    z.discriminatedUnion('stage', [
      z.object({ stage: z.literal('open'), alert: alert(), ...ofBoth() }),
      fields<Omit<AlertRow, 'alert'>>()({
        stage: z.literal('done'),
        incident: incidentId().optional(),
        ...ofBoth(),
      }),
    ]),
});

/** `revision` counts the changes. */
export type AlertGroupRow = AlertGroup;

/** Alerts of one outage. */
export const AlertGroupShape = shapeOf<AlertGroupRow>({
  name: 'alert-group',
  version: 1,
  lifts: {},
  schema: () =>
    fields<AlertGroupRow>()({
      revision: z.number(),
      leader: z.string(),
      mark: z.string(),
      incident: incidentId().optional(),
      lastAt: moment(),
    }),
});

/** `revision` counts the changes. */
export type IncidentAlertsRow = { readonly revision: number; readonly alerts: IncidentAlerts };

const listed = () => fields<ListedAlert>()({ alert: z.string(), ...face() });

/** The alerts of one incident. */
export const IncidentAlertsShape = shapeOf<IncidentAlertsRow>({
  name: 'incident-alerts',
  version: 1,
  lifts: {},
  schema: () =>
    fields<IncidentAlertsRow>()({
      revision: z.number(),
      alerts: fields<IncidentAlerts>()({
        count: z.number(),
        recovered: z.number(),
        recoveredAt: moment().optional(),
        allSince: moment().optional(),
        lines: z.number(),
        lastLine: moment().optional(),
        listed: z.array(listed()),
      }),
    }),
});

/** `door` and `at` are what the index goes by. */
export type LeftAlertRow = {
  readonly door: DoorId;
  readonly at: number;
  readonly left: Omit<LeftAlert, 'at'>;
};

/** An alert that became no incident. */
export const LeftAlertShape = shapeOf<LeftAlertRow>({
  name: 'left-alert',
  version: 1,
  lifts: {},
  schema: () =>
    fields<LeftAlertRow>()({
      door: doorId(),
      at: z.number(),
      left: fields<LeftAlertRow['left']>()({
        name: z.string(),
        severity: severity(),
        below: severity(),
      }),
    }),
});
