import { z } from 'zod';
import { personId } from '../../domain/incident/incident';
import {
  type Agreement,
  type ResponseRules,
  type Service,
  type Settings,
} from '../../domain/settings/settings';

const Id = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
const Person = z.string().min(1).max(128).transform(personId);
const Agreed = z.literal('yes').exactOptional();
const Words = z.string().exactOptional();
const Count = z.number().exactOptional();

/** Each part of a type must be named here, one that may be absent too. */
type PartsOf<Of> = { readonly [Part in keyof Of]-?: z.ZodType<Of[Part]> };

const Product = z.strictObject({
  id: Id,
  name: z.string(),
} satisfies PartsOf<Settings['products'][number]>);

const ServiceShape = z.strictObject({
  id: Id,
  name: z.string(),
  owner: Person.exactOptional(),
  deliveryTeam: Words,
} satisfies PartsOf<Service>);

const Level = z.strictObject({
  label: z.string(),
  text: z.string(),
} satisfies PartsOf<Settings['scale']['levels'][1]>);

const AgreementShape = z.strictObject({
  severity: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  service: Id.exactOptional(),
  cadenceMinutes: Count,
  paged: Words,
  channels: Words,
  agreedOn: Words,
  agreedBy: Person.exactOptional(),
} satisfies PartsOf<Agreement>);

const Rules = z.strictObject({
  changesJql: Words,
  supportJql: Words,
  cleanUpProject: Words,
  reviewSpace: Words,
  statusPage: Words,
  handOverHours: Count,
  exportLists: Agreed,
  countPrivate: Agreed,
  ownTicketsOnly: Agreed,
} satisfies PartsOf<ResponseRules>);

const Scale = z.strictObject({
  levels: z.strictObject({ 1: Level, 2: Level, 3: Level }),
  page: Words,
} satisfies PartsOf<Settings['scale']>);

/** Settings as they come from outside: their shape alone. What they may say is decided by the domain. */
export const SettingsShape = z.strictObject({
  services: z.array(ServiceShape),
  products: z.array(Product),
  scale: Scale,
  agreements: z.array(AgreementShape),
  response: Rules.exactOptional(),
} satisfies PartsOf<Settings>);
