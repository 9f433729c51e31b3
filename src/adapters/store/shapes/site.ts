import { z } from 'zod';
import { type Choices, type ProjectKind } from '../../../domain/set-up/set-up';
import { type OptionFailure, type OptionMap } from '../../../ports/settings/option-maps';
import { type AlertRule } from '../../../domain/declaring/alert-rule';
import { type Door } from '../../../domain/declaring/doors';
import { type PortalRules } from '../../../ports/portal/portal-rules';
import { type SetUpRecord, type StepRecord } from '../../../ports/set-up/set-up-store';
import { type Found } from '../../../ports/set-up/site-builder';
import { type SiteMap } from '../../../ports/set-up/site-map';
import { type Language } from '../../../ports/words';
import { asItIs, shapeOf } from '../shape';
import { byId, doorId, errorCode, fields, moment, oneOf, phase, severity, texts } from './words';

export const language = () => oneOf<Language>({ 'en-US': true, 'de-DE': true });

const choices = () =>
  fields<Choices>()({
    language: language(),
    project: z.union([
      z.object({
        make: z.object({
          key: z.string(),
          name: z.string(),
          kind: oneOf<ProjectKind>({ service: true, software: true }),
        }),
      }),
      z.object({ use: z.string() }),
    ]),
    issueType: z.string().optional(),
    fields: byId(z.string()),
    phases: byId(phase()).optional(),
    severities: byId(severity()).optional(),
    tellOnTransition: z.boolean(),
  });

const found = () =>
  fields<Found>()({
    projectId: z.string().optional(),
    projectKey: z.string().optional(),
    issueTypeId: z.string().optional(),
    phases: byId(phase()).optional(),
    fields: byId(z.string()).optional(),
    contexts: byId(z.string()).optional(),
    severities: byId(severity()).optional(),
    filters: byId(z.string()).optional(),
    helpBy: oneOf<NonNullable<Found['helpBy']>>({ scheme: true, configuration: true }).optional(),
    requestTypeId: z.string().optional(),
    ours: texts().optional(),
  });

const step = (): z.ZodType<StepRecord> =>
  z.union([
    z.object({
      how: oneOf<'done' | 'adopted'>({ done: true, adopted: true }),
      what: z.string(),
      at: moment(),
    }),
    z.object({
      how: z.literal('failed'),
      code: errorCode(),
      subject: z.string().optional(),
      at: moment(),
    }),
  ]);

/** What administrators chose at set-up, and how far it is. */
export const SetUpShape = shapeOf<SetUpRecord>({
  name: 'set-up',
  version: 1,
  lifts: { 0: asItIs },
  schema: () => fields<SetUpRecord>()({ choices: choices(), found: found(), steps: byId(step()) }),
});

/** Where this site keeps the words of an incident. */
export const SiteMapShape = shapeOf<SiteMap>({
  name: 'site-map',
  version: 1,
  lifts: { 0: asItIs },
  schema: () =>
    fields<SiteMap>()({
      projectId: z.string(),
      issueTypeId: z.string(),
      fields: z
        .object({
          severity: z.string(),
          impactStart: z.string(),
          impactDetected: z.string(),
          impactRecovered: z.string(),
          timeToDetect: z.string(),
          timeToRecovery: z.string(),
        })
        .catchall(z.string()),
      phases: byId(phase()),
      severities: byId(severity()),
    }),
});

const failure = () =>
  fields<OptionFailure>()({
    step: oneOf<OptionFailure['step']>({ rename: true, add: true, remove: true, order: true }),
    names: texts(),
    code: errorCode(),
    subject: z.string().optional(),
  });

/** Which option of a field stands for what in the settings. */
export const OptionMapShape = shapeOf<OptionMap>({
  name: 'option-map',
  version: 1,
  lifts: { 0: asItIs },
  schema: () =>
    fields<OptionMap>()({
      fieldId: z.string(),
      contextId: z.string(),
      options: byId(z.string()),
      made: texts(),
      toRemove: texts(),
      version: z.number(),
      failures: z.array(failure()),
      others: texts(),
    }),
});

/** What an administrator has allowed at the portal. */
export const PortalRulesShape = shapeOf<PortalRules>({
  name: 'portal-rules',
  version: 1,
  lifts: { 0: asItIs },
  schema: () => fields<PortalRules>()({ showsRunning: z.boolean() }),
});

/**
 * The doors of tools, in the order in which they were made, and what each does with its alerts, where that is not what
 * all do. `revision` counts the changes.
 */
export type AlertDoorsRow = {
  readonly revision: number;
  readonly doors: readonly Door[];
  readonly rules: Readonly<Record<string, AlertRule>>;
};

const rule = () =>
  fields<AlertRule>()({
    groupBy: z.array(
      z.union([z.enum(['service', 'name']), z.templateLiteral(['label:', z.string()])]),
    ),
    windowMinutes: z.number(),
    leaveBelow: severity().nullable(),
  });

/** Their secrets lie in the store for secrets. */
export const AlertDoorsShape = shapeOf<AlertDoorsRow>({
  name: 'alert-doors',
  version: 2,
  lifts: {
    1: (older) => (typeof older === 'object' && older !== null ? { ...older, rules: {} } : older),
  },
  schema: () =>
    fields<AlertDoorsRow>()({
      revision: z.number(),
      doors: z.array(fields<Door>()({ id: doorId(), name: z.string() })),
      rules: byId(rule()),
    }),
});
