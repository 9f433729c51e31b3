import { z } from 'zod';
import { type Pending } from '../../../domain/declaring/pending';
import {
  type CancelNote,
  type Certainty,
  type Effort,
  type FormerTime,
  type Held,
  type Notes,
  type RightNote,
  type SeverityNote,
  type Source,
  type TimeNote,
} from '../../../domain/clocks/notes';
import { detectionSource } from './alerts';
import { doubt } from './lists';
import { fields, incidentId, moment, oneOf, person, severity, texts, timeName } from './words';

const held = () =>
  fields<Held>()({
    reason: z.string().nullable(),
    over: moment().nullable(),
    notAsked: z.literal(true).optional(),
  });

const ofTime = () => ({
  moment: moment().nullable(),
  source: oneOf<Source>({
    person: true,
    event: true,
    default: true,
    changelog: true,
    alert: true,
  }),
  certainty: oneOf<Certainty>({ exact: true, about: true, guess: true }).optional(),
  by: person().optional(),
  at: moment(),
  held: held().optional(),
});

const timeNote = () => fields<TimeNote>()(ofTime());

const formerTime = () =>
  fields<FormerTime>()({
    ...ofTime(),
    name: timeName(),
    why: oneOf<FormerTime['why']>({ corrected: true, cameBack: true }),
  });

const severityNote = () =>
  fields<SeverityNote>()({
    level: severity(),
    effort: oneOf<Effort>({ hours: true, day: true, days: true, unknown: true }).optional(),
    by: person(),
    at: moment(),
  });

const cancelNote = () =>
  fields<CancelNote>()({
    by: person(),
    at: moment(),
    duplicate: z
      .object({ linked: z.boolean(), reason: z.string().nullable(), of: incidentId().optional() })
      .optional(),
  });

const detectionNote = () =>
  fields<NonNullable<Notes['detection']>>()({
    source: detectionSource(),
    by: person().optional(),
    at: moment(),
  });

const right = () =>
  fields<RightNote>()({
    about: doubt(),
    times: fields<RightNote['times']>()({
      impactStart: moment().optional(),
      impactDetected: moment().optional(),
      impactRecovered: moment().optional(),
    }),
    by: person(),
    at: moment(),
  });

const pending = () =>
  fields<Pending>()({
    field: oneOf<Pending['field']>({
      severity: true,
      faultyService: true,
      affectedProducts: true,
      description: true,
      impactStart: true,
      impactDetected: true,
    }),
    wanted: texts(),
    why: oneOf<Pending['why']>({ refused: true, 'unknown-name': true, impossible: true }),
    reason: z.string().nullable(),
    over: z.string(),
  });

const parts = () => ({
  times: fields<Notes['times']>()({
    impactStart: timeNote().optional(),
    impactDetected: timeNote().optional(),
    impactRecovered: timeNote().optional(),
  }),
  former: z.array(formerTime()),
  severity: severityNote(),
  cancelled: cancelNote(),
  detection: detectionNote(),
  right: z.array(right()),
  pending: z.array(pending()),
  lookedAt: moment(),
});

/** What is known of an incident beside what its issue holds. */
export const notes = () => {
  const { times, former, ...rest } = parts();
  return fields<Notes>()({
    times,
    former,
    severity: rest.severity.optional(),
    cancelled: rest.cancelled.optional(),
    detection: rest.detection.optional(),
    right: rest.right.optional(),
    pending: rest.pending.optional(),
    lookedAt: rest.lookedAt.optional(),
  });
};

/** The parts of it that are new; null: there is no such part any more. */
export const notesChange = () => {
  const {
    times,
    former,
    severity: level,
    cancelled,
    detection,
    right: doubted,
    pending: waiting,
    lookedAt,
  } = parts();
  return z.object({
    times: times.nullish(),
    former: former.nullish(),
    severity: level.nullish(),
    cancelled: cancelled.nullish(),
    detection: detection.nullish(),
    right: doubted.nullish(),
    pending: waiting.nullish(),
    lookedAt: lookedAt.nullish(),
  });
};
