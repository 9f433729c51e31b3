import { z } from 'zod';
import { TIME_NAMES } from '../../../domain/clocks/clocks';
import { type Finding, type FindingKind } from '../../../domain/clocks/data-quality';
import { type Doubt } from '../../../domain/clocks/doubt';
import { type UnreadWhy } from '../../../domain/incident/unread';
import { type SetAside } from '../../../ports/incident/unread-incidents';
import { type Deployment } from '../../../ports/response/deployments';
import { asItIs, shapeOf } from '../shape';
import { fields, moment, oneOf, timeName, yes } from './words';

/** `all` is what the index by time goes by. */
export type DeploymentRow = {
  readonly all: 'yes';
  readonly at: number;
  readonly deployment: Deployment;
};

/** What a delivery pipeline told. */
export const DeploymentShape = shapeOf<DeploymentRow>({
  name: 'deployment',
  version: 1,
  lifts: { 0: asItIs },
  schema: () =>
    fields<DeploymentRow>()({
      all: yes(),
      at: z.number(),
      deployment: fields<Deployment>()({
        kind: z.literal('deployment'),
        id: z.string(),
        name: z.string(),
        at: moment(),
        by: z.string().optional(),
        environment: z.string().optional(),
        service: z.string().optional(),
        address: z.string().optional(),
      }),
    }),
});

/**
 * One row per incident with something wrong. An index finds only rows that have its attribute, so each kind has one
 * of its own and every row has `all`.
 */
export type FindingRow = { readonly [Kind in FindingKind]?: 'yes' } & {
  readonly all: 'yes';
  readonly created: number;
  /**
   * What the list is sorted by: minutes by which figures may be wrong, and behind the point when it was raised. Absent in
   * rows of the first version, which no index by it finds until they are written anew.
   */
  readonly weight?: number;
  readonly findings: readonly Finding[];
};

export const doubt = () =>
  oneOf<Doubt>({
    startAhead: true,
    detectionAhead: true,
    endAhead: true,
    yearOfStart: true,
    yearOfDetection: true,
    yearOfEnd: true,
    monthOfStart: true,
    monthOfEnd: true,
    copied: true,
    halfDayToDetect: true,
    halfDayToRecover: true,
    noSpan: true,
    longSpan: true,
  });

const likely = () => z.object({ name: timeName(), moment: moment() }).optional();

const finding = (): z.ZodType<Finding> =>
  z.union([
    z.object({ kind: z.enum(['missing', 'held']), about: timeName() }),
    z.object({
      kind: z.literal('impossible'),
      about: z.templateLiteral([z.enum(TIME_NAMES), '>', z.enum(TIME_NAMES)]),
      likely: likely(),
    }),
    z.object({ kind: z.literal('suspicious'), about: doubt(), likely: likely() }),
    z.object({ kind: z.literal('toConfirm'), about: z.literal('impactRecovered') }),
  ]);

/** What is wrong with the times of an incident. */
export const FindingShape = shapeOf<FindingRow>({
  name: 'finding',
  version: 2,
  lifts: { 0: asItIs, 1: asItIs },
  schema: () =>
    fields<FindingRow>()({
      all: yes(),
      missing: yes().optional(),
      impossible: yes().optional(),
      suspicious: yes().optional(),
      toConfirm: yes().optional(),
      held: yes().optional(),
      created: z.number(),
      weight: z.number().optional(),
      findings: z.array(finding()),
    }),
});

/** `all` is what the index goes by. */
export type UnreadRow = Omit<SetAside, 'id'> & { readonly all: 'yes' };

/** An incident that the app cannot read. */
export const UnreadShape = shapeOf<UnreadRow>({
  name: 'unread',
  version: 1,
  lifts: {},
  schema: () =>
    fields<UnreadRow>()({
      all: yes(),
      why: oneOf<UnreadWhy>({ hidden: true, status: true, answer: true, changes: true }),
      subject: z.string().optional(),
      created: moment().optional(),
      triedAt: moment(),
    }),
});
