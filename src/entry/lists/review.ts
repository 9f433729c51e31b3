import { z } from 'zod';
import { isZone } from '../../domain/wall';
import { entryId } from '../../domain/log/what';
import { makeCleanUp } from '../../usecases/response/make-clean-up';
import { startReview } from '../../usecases/review/start-review';
import { type ForViewer } from '../../wiring/viewer';
import { guarded } from '../guard';

/** The wish's own id, made by the browser. It is also the entry's, so it is as strict as theirs. */
const Own = z.uuid();
const JiraId = z.string().regex(/^\d{1,20}$/);

const CleanUpShape = z.strictObject({
  id: Own.transform(entryId),
  /** As long as Jira takes it, on one line. */
  summary: z
    .string()
    .trim()
    .min(1)
    .max(255)
    .regex(/^[^\r\n]*$/),
  project: JiraId,
  issueType: JiraId,
});

const Zone = z.string().max(64).refine(isZone);

const ReviewShape = z.strictObject({
  space: z
    .string()
    .regex(/^~?[A-Za-z0-9]{1,255}$/)
    .optional(),
  language: z.enum(['en-US', 'de-DE']),
  timeZone: Zone,
});

/** What the tab Review asks for; part of the resolver beside an issue. */
export function reviewFunctions(wiring: ForViewer) {
  return {
    makeCleanUp: guarded(
      wiring,
      { needs: 'edit', input: CleanUpShape },
      ({ incident, person, input: wish }) => makeCleanUp(wiring, incident, { person, wish }),
    ),
    startReview: guarded(
      wiring,
      { needs: 'edit', input: ReviewShape },
      ({ incident, person, input }) => startReview(wiring, incident, { person, ...input }),
    ),
  };
}
