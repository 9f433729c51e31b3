import { z } from 'zod';
import { type DoorId } from '../../../domain/declaring/doors';
import { type ErrorCode } from '../../../domain/errors';
import { type IncidentId, type PersonId } from '../../../domain/incident/incident';
import { type Phase } from '../../../domain/incident/lifecycle';
import { type EntryId, type RoleId } from '../../../domain/log/what';
import { type Severity } from '../../../domain/incident/severity';
import { type Instant } from '../../../domain/time';
import { type TimeName } from '../../../domain/clocks/clocks';

/*
 * What all stored shapes are made of. Each is a function: a schema is built when something is first read, not when a
 * bundle is loaded. They are as wide as the types: what may be said was checked when it was said, and a value that was
 * fine then is not damaged because a limit has become narrower.
 */

/** A schema with all fields of a type, required where they are. The compiler misses one that is left out. */
export function fields<Value>() {
  return <Fields extends FieldsOf<Value>>(schemas: Fields) => z.object(schemas);
}

type FieldsOf<Value> = { readonly [Name in keyof Value]-?: z.ZodType<Value[Name]> };

/** One of these words; the compiler misses one that is left out. */
export function oneOf<Word extends string>(words: Readonly<Record<Word, true>>): z.ZodType<Word> {
  return called<Word>(z.enum(Object.keys(words)));
}

/** The compiler's own names for plain values: at run time there is nothing to tell them apart by. */
function called<Name>(plain: z.ZodType): z.ZodType<Name> {
  return plain as z.ZodType<Name>;
}

export const moment = () => called<Instant>(z.number());
export const person = () => called<PersonId>(z.string());
export const incidentId = () => called<IncidentId>(z.string());
export const entryId = () => called<EntryId>(z.string());
export const roleId = () => called<RoleId>(z.string());
export const doorId = () => called<DoorId>(z.string());
/** Any: codes are added often, and one that is unknown does no harm. */
export const errorCode = () => called<ErrorCode>(z.string());

export const phase = () =>
  oneOf<Phase>({ new: true, fixing: true, resolved: true, cancelled: true });
export const severity = (): z.ZodType<Severity> =>
  z.union([z.literal(1), z.literal(2), z.literal(3)]);
export const timeName = () =>
  oneOf<TimeName>({ impactStart: true, impactDetected: true, impactRecovered: true });
export const yes = () => z.literal('yes');
export const texts = () => z.array(z.string());
/** By ids of the site. */
export const byId = <Value>(of: z.ZodType<Value>) => z.record(z.string(), of);
