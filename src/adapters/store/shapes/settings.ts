import { z } from 'zod';
import {
  type Agreement,
  type ResponseRules,
  type Service,
  type Settings,
} from '../../../domain/settings/settings';
import { type Language } from '../../../ports/words';
import { asItIs, shapeOf } from '../shape';
import { language } from './site';
import { fields, person, severity, yes } from './words';

/** Who saved which version, and when. */
export type SavedRow = {
  readonly version: number;
  readonly savedBy?: string | undefined;
  readonly savedAt: string;
};

/** One saved version, as it is stored. Without settings: the row that the first save starts from. */
export type SettingsRow = Partial<SavedRow> & {
  readonly version: number;
  readonly settings?: Settings;
  /** In the current row: the versions kept, the newest first. */
  readonly heads?: readonly SavedRow[];
  /** Of the defaults. */
  readonly language?: Language;
};

const level = () => z.object({ label: z.string(), text: z.string() });

const response = () =>
  fields<ResponseRules>()({
    changesJql: z.string().optional(),
    supportJql: z.string().optional(),
    cleanUpProject: z.string().optional(),
    reviewSpace: z.string().optional(),
    statusPage: z.string().optional(),
    handOverHours: z.number().optional(),
    exportLists: yes().optional(),
    countPrivate: yes().optional(),
    ownTicketsOnly: yes().optional(),
  });

const settings = () =>
  fields<Settings>()({
    services: z.array(
      fields<Service>()({
        id: z.string(),
        name: z.string(),
        owner: person().optional(),
        deliveryTeam: z.string().optional(),
      }),
    ),
    products: z.array(z.object({ id: z.string(), name: z.string() })),
    scale: z.object({
      levels: z.object({ 1: level(), 2: level(), 3: level() }),
      page: z.string().optional(),
    }),
    agreements: z.array(
      fields<Agreement>()({
        severity: severity(),
        service: z.string().optional(),
        cadenceMinutes: z.number().optional(),
        paged: z.string().optional(),
        channels: z.string().optional(),
        agreedOn: z.string().optional(),
        agreedBy: person().optional(),
      }),
    ),
    response: response().optional(),
  });

const saved = () =>
  fields<SavedRow>()({
    version: z.number(),
    savedBy: z.string().optional(),
    savedAt: z.iso.datetime(),
  });

/** A version of the settings. */
export const SettingsRowShape = shapeOf<SettingsRow>({
  name: 'settings',
  version: 2,
  lifts: { 0: asItIs, 1: asItIs },
  schema: () =>
    fields<SettingsRow>()({
      version: z.number(),
      savedBy: z.string().optional(),
      savedAt: z.iso.datetime().optional(),
      settings: settings().optional(),
      heads: z.array(saved()).optional(),
      language: language().optional(),
    }),
});
