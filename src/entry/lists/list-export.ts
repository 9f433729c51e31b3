import { z } from 'zod';
import { iso } from '../../domain/time';
import { type ListDocument } from '../../ports/incident/list-documents';
import { type NamedIncident } from '../../ports/portal/running-incidents';
import { type Language, type Text } from '../../ports/words';
import { exportList, type ListExport, type ListOnPage } from '../../usecases/incident/export-list';
import { type ForApp } from '../../wiring/app';

/** Where the page stands and how the list was set up; exports to different formats say it in different places. */
const Place = z.object({
  config: z.unknown().optional(),
  content: z.object({ id: z.coerce.string() }).optional(),
  space: z.object({ key: z.string() }).optional(),
});
const Payload = z.object({
  context: Place.extend({
    locale: z.string().optional(),
    siteUrl: z.string().optional(),
    extension: Place.optional(),
  }).optional(),
  extensionPayload: z.object({ config: z.unknown().optional() }).optional(),
});
type Payload = z.infer<typeof Payload>;

/** As the list's editor writes it: one text. */
const Saved = z.object({ chosen: z.string() });
const Chosen = z.object({
  jql: z.string().nullish(),
  severities: z.array(z.number()).default([]),
  services: z.array(z.string()).default([]),
});

const COLUMNS = ['severity', 'key', 'summary', 'phase', 'since'] as const;

/** What an exported page has in the place of a list of incidents. Nobody asks: it is the app that exports. */
export function onListExport(wiring: ForApp) {
  return async (payload: unknown): Promise<unknown> => {
    const read = Payload.safeParse(payload).data ?? {};
    const exported = await exportList(wiring, listIn(read));
    const record = await wiring.setUpStore.get();
    const language = languageIn(read, record?.choices.language ?? 'en-US');
    const t = await wiring.words.of(language);
    return wiring.listDocuments.of(documentOf(exported, addressIn(read), t));
  };
}

function listIn({ context, extensionPayload }: Payload): ListOnPage | undefined {
  const all = [extensionPayload?.config, context?.extension?.config, context?.config];
  for (const config of all) {
    const saved = Saved.safeParse(config).data;
    const chosen = saved && Chosen.safeParse(parsed(saved.chosen)).data;
    if (chosen) {
      const { jql, severities, services } = chosen;
      return { hasQuery: jql != null, severities, services };
    }
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // somebody else's words: a list that nobody has set up
  }
}

function languageIn({ context }: Payload, ofSite: Language): Language {
  const spoken = context?.locale?.toLowerCase();
  if (spoken === undefined) return ofSite;
  return spoken.startsWith('de') ? 'de-DE' : 'en-US';
}

function addressIn({ context }: Payload): string | undefined {
  const { siteUrl, content, space, extension } = context ?? {};
  const [page, where] = [content ?? extension?.content, space ?? extension?.space];
  if (!siteUrl || !page || !where) return undefined;
  return `${siteUrl.replace(/\/+$/, '')}/wiki/spaces/${where.key}/pages/${page.id}`;
}

function documentOf(
  { at, incidents }: ListExport,
  address: string | undefined,
  t: Text,
): ListDocument {
  const moment = (when: typeof at) => `${iso(when).slice(0, 16).replace('T', ' ')} UTC`;
  const cell = (incident: NamedIncident, column: (typeof COLUMNS)[number]) => {
    if (column === 'severity') {
      const { severity } = incident;
      return severity === null ? t('severity.none') : t('severity.short', { level: severity });
    }
    if (column === 'phase') return t(`phase.${incident.phase}`);
    return column === 'since' ? moment(incident.since) : incident[column];
  };
  return {
    title: t('activeExport.title'),
    note: t('activeExport.note', { time: moment(at) }),
    ...(address !== undefined && { live: { text: t('activeExport.live'), address } }),
    ...(incidents && {
      table: {
        heads: COLUMNS.map((column) => t(`activeExport.${column}`)),
        rows: incidents.map((incident) => COLUMNS.map((column) => cell(incident, column))),
        none: t('active.none'),
      },
    }),
  };
}
