import { type z } from 'zod';
import { type Caller } from '../../core/product';
import { type Site } from '../model/site';
import { badRequest, Refusal } from './refusal';

/** One request as a route sees it; whoever makes it is known to the site. */
export class Call {
  /** @throws {Refusal} 401 without a login. */
  constructor(
    readonly site: Site,
    caller: Caller,
    readonly url: URL,
    private readonly params: Readonly<Record<string, string>>,
    private readonly json: unknown,
  ) {
    const known = caller.accountId === null ? undefined : site.visitor(caller.accountId);
    if (!known) throw new Refusal(401, 'UNAUTHORIZED', 'Unauthorized');
    this.me = known;
  }

  readonly me: NonNullable<ReturnType<Site['visitor']>>;

  /** A part of the path, decoded. */
  param(name: string): string {
    return this.params[name] ?? '';
  }

  query(name: string): string | undefined {
    return this.url.searchParams.get(name) ?? undefined;
  }

  /** All values of a query parameter, also when given as one comma-separated list; undefined when it is not given. */
  queries(name: string): readonly string[] | undefined {
    const given = this.url.searchParams.getAll(name).flatMap((value) => value.split(','));
    const values = given.filter((value) => value !== '');
    return values.length === 0 ? undefined : values;
  }

  /** Ids of a query parameter. @throws {Refusal} 400 for one that is no number. */
  ids(name: string): readonly string[] | undefined {
    const values = this.queries(name);
    const wrong = values?.find((value) => !/^\d+$/.test(value));
    if (wrong !== undefined)
      throw badRequest(`Provided value {${wrong}} for '${name}' is not valid`);
    return values;
  }

  /** @throws {Refusal} 400 for a number outside of the limits. */
  number(name: string, { otherwise, min, max }: { otherwise: number; min: number; max: number }) {
    const value = Number(this.query(name) ?? otherwise);
    if (!Number.isInteger(value) || value < min || value > max)
      throw badRequest(`'${name}' must be a number from ${min} to ${max}`);
    return value;
  }

  /** @throws {Refusal} 400 when the body has not this shape. */
  body<T>(shape: z.ZodType<T>): T {
    const result = shape.safeParse(this.json);
    if (result.success) return result.data;
    const issue = result.error.issues[0];
    throw badRequest(`${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'is missing'}`);
  }
}
