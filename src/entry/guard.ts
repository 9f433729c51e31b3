import { makeResolver, type Request } from '@forge/resolver';
import { z } from 'zod';
import { type Reply } from '../contract';
import { IncidentError } from '../domain/errors';
import { type IncidentId, incidentId, type PersonId, personId } from '../domain/incident/incident';
import { holdableIn } from '../domain/texts';
import { type Right } from '../ports/incident/permissions';
import { type Visitor } from '../usecases/portal/tell-at-portal';
import { type ForViewer } from '../wiring/viewer';

/** Signed by Forge: who looks at the page, and which issue it stands beside. */
const PersonContext = z.object({ accountId: z.string().min(1) });
const IssueContext = PersonContext.extend({
  extension: z.object({ issue: z.object({ id: z.string() }) }),
});

/**
 * `unlicensed` at a portal is whoever has no licence of service management: a colleague with Jira among them.
 * https://developer.atlassian.com/platform/forge/access-to-forge-apps-for-unlicensed-users/
 */
const FormContext = PersonContext.extend({
  accountType: z.enum(['licensed', 'unlicensed', 'customer', 'anonymous']),
  extension: z.object({ request: z.object({ typeId: z.union([z.string(), z.number()]) }) }),
});

/** The incident and the person of one call, as Forge vouches for them. */
export type Call<Input> = {
  readonly incident: IncidentId;
  readonly person: PersonId;
  readonly input: Input;
};

/** Somebody, or an administrator of Jira, and what they ask for. */
export type PersonCall<Input> = { readonly person: PersonId; readonly input: Input };

type Rule<Input> = {
  /**
   * `see`: Jira's answer to reading the issue as the person is the check, and `act` must make it.
   * A right is checked before anything else happens.
   */
  readonly needs: 'see' | Right;
  readonly input: z.ZodType<Input>;
};

type Functions = Record<string, (input: never) => unknown>;
type Handlers<Contract extends Functions> = Parameters<typeof makeResolver<Contract>>[0];
type Resolver = ReturnType<typeof makeResolver>;

/**
 * Makes a resolver of these functions, and of no others: what every object has, such as `constructor`, is refused as any
 * other name is that the contract does not know.
 */
export function resolverOf<Contract extends Functions>(functions: Handlers<Contract>): Resolver {
  const resolve = makeResolver<Contract>(functions);
  return async (call, runtime) => {
    if (Object.hasOwn(functions, call.call.functionKey)) return resolve(call, runtime);
    return { ok: false, code: 'invalid-input', subject: null } satisfies Reply<never>;
  };
}

type Guard = Pick<ForViewer, 'permissions' | 'log'>;

/**
 * The only way to make a resolver for a module beside an issue. In this order, and failing closed: there is a
 * person; the issue comes from Forge's context, never from the payload; the person may do this to that issue; the
 * payload has the expected shape. Errors that people can act on become a reply; anything else is thrown, so that
 * Forge logs it.
 */
export function guarded<Input, Output>(
  { permissions, log }: Guard,
  { needs, input }: Rule<Input>,
  act: (call: Call<Input>) => Promise<Output>,
): (request: Request) => Promise<Reply<Output>> {
  return ({ context, payload }) =>
    replied(log, async () => {
      const {
        accountId,
        extension: { issue },
      } = vouchedFor(IssueContext, context);
      const incident = incidentId(issue.id);
      if (needs !== 'see' && !(await permissions.of(incident)).has(needs)) {
        throw new IncidentError('forbidden', `Needs the right to ${needs}`);
      }
      return act({ incident, person: personId(accountId), input: parsed(input, payload) });
    });
}

/** The only way to make a resolver of the administration: whoever asks administers Jira, by Jira's word. */
export function guardedForAdmins<Input, Output>(
  { permissions, log }: Guard,
  { input }: Pick<Rule<Input>, 'input'>,
  act: (call: PersonCall<Input>) => Promise<Output>,
): (request: Request) => Promise<Reply<Output>> {
  return ({ context, payload }) =>
    replied(log, async () => {
      const { accountId } = vouchedFor(PersonContext, context);
      if (!(await permissions.administersJira())) {
        throw new IncidentError('forbidden', 'Needs to administer Jira');
      }
      return act({ person: personId(accountId), input: parsed(input, payload) });
    });
}

/**
 * The only way to make a resolver for dashboards and pages, which stand beside no issue: there is a person, and the
 * payload has the expected shape. `act` must ask Jira as that person for all that it tells.
 */
export function guardedForPeople<Input, Output>(
  { log }: Pick<Guard, 'log'>,
  { input }: Pick<Rule<Input>, 'input'>,
  act: (call: PersonCall<Input>) => Promise<Output>,
): (request: Request) => Promise<Reply<Output>> {
  return ({ context, payload }) =>
    replied(log, async () => {
      const { accountId } = vouchedFor(PersonContext, context);
      return act({ person: personId(accountId), input: parsed(input, payload) });
    });
}

/** The only way to make a resolver of the portal: the form comes from Forge's context, and so does who is a customer. */
export function guardedForVisitors<Input, Output>(
  { log }: Pick<Guard, 'log'>,
  { input }: Pick<Rule<Input>, 'input'>,
  act: (visitor: Visitor, input: Input) => Promise<Output>,
): (request: Request) => Promise<Reply<Output>> {
  return ({ context, payload }) =>
    replied(log, async () => {
      const { accountType, extension } = vouchedFor(FormContext, context);
      const visitor = {
        requestTypeId: String(extension.request.typeId),
        mayBeInJira: accountType === 'licensed' || accountType === 'unlicensed',
      };
      return act(visitor, parsed(input, payload));
    });
}

async function replied<Output>(
  log: Guard['log'],
  answer: () => Promise<Output>,
): Promise<Reply<Output>> {
  try {
    return { ok: true, value: await answer() };
  } catch (error) {
    if (!(error instanceof IncidentError)) throw error;
    log.info('refused', { code: error.code, reason: error.message });
    return { ok: false, code: error.code, subject: error.details.subject ?? null };
  }
}

function vouchedFor<Context>(shape: z.ZodType<Context>, context: unknown): Context {
  const read = shape.safeParse(context);
  if (!read.success) {
    throw new IncidentError('forbidden', 'No person or no issue in the context');
  }
  return read.data;
}

/** Texts are cleaned before anything else looks at them: what is empty then was empty. */
function parsed<Input>(shape: z.ZodType<Input>, payload: unknown): Input {
  const read = shape.safeParse(holdableIn(payload));
  if (!read.success) throw new IncidentError('invalid-input', whereWrong(read.error));
  return read.data;
}

/** For the log: which of our own names hold something wrong, and how; nothing that the caller wrote. */
function whereWrong({ issues }: z.ZodError): string {
  const said = issues.map(
    ({ code, path: [first] }) => `${code} in ${String(first ?? 'the input')}`,
  );
  return [...new Set(said)].join(', ');
}
