import { type z } from 'zod';
import { type Caller } from '../../core/product';
import { type Person } from '../model/types';
import { type Site } from '../model/site';
import { badRequest, NOT_A_PAYLOAD, Problem, Refusal } from './refusal';

/** A file of a form. */
export type SentFile = {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array<ArrayBuffer>;
};

/** One request as a route sees it. */
export class Call {
  constructor(
    readonly site: Site,
    readonly caller: Caller,
    readonly url: URL,
    private readonly params: Readonly<Record<string, string>>,
    /** The parsed JSON body; undefined when there is none. */
    readonly json: unknown,
    /** What a form calls `file`. */
    readonly files: readonly SentFile[] = [],
  ) {}

  /** A part of the path, decoded. */
  param(name: string): string {
    return this.params[name] ?? '';
  }

  query(name: string): string | undefined {
    return this.url.searchParams.get(name) ?? undefined;
  }

  /** All values of a query parameter, also when given as one comma-separated list. */
  queries(name: string): string[] {
    return this.url.searchParams
      .getAll(name)
      .flatMap((value) => value.split(','))
      .filter((value) => value !== '');
  }

  flag(name: string): boolean {
    return this.query(name) === 'true';
  }

  /** Below zero counts as zero, as on real sites. @throws {Problem} 400 for what is no whole number. */
  number(name: string, otherwise: number): number {
    const text = this.query(name);
    if (text === undefined) return otherwise;
    const value = Number(text);
    if (Number.isInteger(value) && text.trim() !== '') return Math.max(value, 0);
    const detail = `Failed to convert '${name}' with value: '${text}'`;
    throw new Problem(400, 'Bad Request', { detail, instance: this.url.pathname });
  }

  expands(name: string): boolean {
    return this.queries('expand').includes(name);
  }

  /** @throws {Refusal} 400 when the body has not this shape. */
  body<T>(shape: z.ZodType<T>): T {
    const result = shape.safeParse(this.json);
    if (result.success) return result.data;
    const issue = result.error.issues[0];
    if (issue === undefined || this.json === undefined) throw badRequest(NOT_A_PAYLOAD);
    // The second sentence is the sandbox's own, for whoever looks for the mistake.
    throw badRequest(NOT_A_PAYLOAD, `${issue.path.join('.') || 'body'}: ${issue.message}`);
  }

  /** The person who calls. @throws {Refusal} 401 without a login. */
  get me(): Person {
    const person =
      this.caller.accountId === null ? undefined : this.site.people.find(this.caller.accountId);
    if (!person) throw new Refusal(401, ['Client must be authenticated to access this resource.']);
    return person;
  }

  /** @throws {Refusal} 401 without a login. */
  demandLogin(): Person {
    return this.me;
  }

  /** Account id for permission checks; null for a call without login. */
  get who(): string | null {
    return this.caller.accountId;
  }
}
