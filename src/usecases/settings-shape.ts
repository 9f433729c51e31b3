import { z } from 'zod';
import { type Settings } from '../domain/settings';

const Id = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
const Person = z.string().min(1).max(128);
const Agreed = z.literal('yes');
const Level = z.strictObject({ label: z.string(), text: z.string() });

/** Settings as they come from outside: their shape alone. What they may say is decided by the domain. */
export const SettingsShape = z.strictObject({
  services: z.array(
    z.strictObject({
      id: Id,
      name: z.string(),
      owner: Person.optional(),
      deliveryTeam: z.string().optional(),
    }),
  ),
  products: z.array(z.strictObject({ id: Id, name: z.string() })),
  scale: z.strictObject({
    levels: z.strictObject({ 1: Level, 2: Level, 3: Level }),
    page: z.string().optional(),
  }),
  agreements: z.array(
    z.strictObject({
      severity: z.union([z.literal(1), z.literal(2), z.literal(3)]),
      service: Id.optional(),
      cadenceMinutes: z.number().optional(),
      paged: z.string().optional(),
      channels: z.string().optional(),
      agreedOn: z.string().optional(),
      agreedBy: Person.optional(),
    }),
  ),
  response: z
    .strictObject({
      changesJql: z.string().optional(),
      supportJql: z.string().optional(),
      cleanUpProject: z.string().optional(),
      reviewSpace: z.string().optional(),
      statusPage: z.string().optional(),
      handOverHours: z.number().optional(),
      exportLists: Agreed.optional(),
      countPrivate: Agreed.optional(),
    })
    .optional(),
}) as unknown as z.ZodType<Settings>;
