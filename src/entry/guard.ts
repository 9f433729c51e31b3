import { type Request } from '@forge/resolver';
import { z } from 'zod';
import { type Reply } from '../contract';
import { IncidentError } from '../domain/errors';
import { type IncidentId, type PersonId } from '../domain/incident';
import { type Right } from '../ports/permissions';
import { type ForViewer } from '../wiring';

/** Signed by Forge: which issue the page stands beside, and who looks at it. */
const Context = z.object({
  accountId: z.string().min(1),
  extension: z.object({ issue: z.object({ id: z.string() }) }),
});

/** The incident and the person of one call, as Forge vouches for them. */
export type Call<Input> = {
  readonly incident: IncidentId;
  readonly person: PersonId;
  readonly input: Input;
};

type Rule<Input> = {
  /**
   * `see`: Jira's answer to reading the issue as the person is the check, and `act` must make it.
   * A right is checked before anything else happens.
   */
  readonly needs: 'see' | Right;
  readonly input: z.ZodType<Input>;
};

/**
 * The only way to make a resolver. In this order, and failing closed: there is a person; the issue comes from
 * Forge's context, never from the payload; the person may do this to that issue; the payload has the expected
 * shape. Errors that people can act on become a reply; anything else is thrown, so that Forge logs it.
 */
export function guarded<Input, Output>(
  { permissions, log }: Pick<ForViewer, 'permissions' | 'log'>,
  { needs, input }: Rule<Input>,
  act: (call: Call<Input>) => Promise<Output>,
): (request: Request) => Promise<Reply<Output>> {
  return async ({ context, payload }) => {
    try {
      const { incident, person } = vouchedFor(context);
      if (needs !== 'see' && !(await permissions.of(incident)).has(needs)) {
        throw new IncidentError('forbidden', `Needs the right to ${needs}`);
      }
      const read = input.safeParse(payload);
      if (!read.success) throw new IncidentError('invalid-input', z.prettifyError(read.error));
      return { ok: true, value: await act({ incident, person, input: read.data }) };
    } catch (error) {
      if (!(error instanceof IncidentError)) throw error;
      log.info('refused', { code: error.code, reason: error.message });
      return { ok: false, code: error.code, subject: error.details.subject ?? null };
    }
  };
}

function vouchedFor(context: unknown): { incident: IncidentId; person: PersonId } {
  const read = Context.safeParse(context);
  if (!read.success) {
    throw new IncidentError('forbidden', 'No person or no issue in the context');
  }
  return {
    incident: read.data.extension.issue.id as IncidentId,
    person: read.data.accountId as PersonId,
  };
}
