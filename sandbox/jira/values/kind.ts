import { type Field } from '../model/config';
import { type Site } from '../model/site';
import { type Project, type Stored } from '../model/types';

/** Where a value is being set. */
export type Where = {
  readonly site: Site;
  readonly project: Project;
  readonly typeId: string;
  readonly field: Field;
};

/** A value that Jira refuses, with its words for it. */
export class WrongValue extends Error {}

/** How one type of field takes, keeps, shows and compares its values. */
export type Kind<S extends Stored = Stored> = {
  readonly operations: readonly string[];
  /** From what a caller sent (never null) to what is kept; undefined when it means "empty". @throws {WrongValue} */
  readonly parse: (input: unknown, where: Where) => S | undefined;
  readonly show: (stored: S, site: Site, field: Field) => unknown;
  /** Id and text for the change log. */
  readonly log: (stored: S, site: Site, field: Field) => readonly [string | null, string | null];
  readonly html?: (stored: S) => string | null;
  /** What may be chosen. */
  readonly allowed?: (where: Where) => unknown[];
  readonly autoComplete?: (site: Site) => string;
  /** What `=` and `in` of JQL may name, in lower case. */
  readonly words: (stored: S, site: Site, field: Field) => readonly string[];
  /** What `<` and ORDER BY compare. */
  readonly order: (stored: S, site: Site, field: Field) => string | number;
};

/** Kinds are kept in one table; each sees only what its own `parse` made. */
export function kind<S extends Stored>(definition: Kind<S>): Kind {
  return definition as unknown as Kind;
}

export function idOf(input: unknown): string | undefined {
  if (typeof input === 'string') return input;
  return typeof input === 'number' ? String(input) : undefined;
}

/** The keys of an object that a caller sent. @throws {WrongValue} */
export function objectOf(input: unknown): Readonly<Record<string, unknown>> {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new WrongValue('data was not an object');
  return input as Readonly<Record<string, unknown>>;
}

export function listOf(input: unknown): readonly unknown[] {
  if (!Array.isArray(input)) throw new WrongValue('data was not an array');
  return input;
}

export const present = <T>(value: T | undefined): value is T => value !== undefined;
