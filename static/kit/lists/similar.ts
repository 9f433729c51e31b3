/** An incident that runs, as far as it is compared. */
export type Running = {
  readonly key: string;
  readonly summary: string;
  /** Name of the faulty service; null: not said. */
  readonly service: string | null;
};

/** A running incident that may be the same, and why. */
export type Similar<One extends Running = Running> = {
  readonly incident: One;
  readonly sameService: boolean;
  /** Words that both summaries have, as the new one writes them. */
  readonly words: readonly string[];
};

type Draft = Pick<Running, 'summary' | 'service'>;

/** As many as one reads while raising. */
const MOST = 3;
/** This share of the shorter summary's words must be in the other one. */
const ENOUGH = 0.5;

/**
 * The running incidents that whoever raises this one may mean: of the same service, or with words in common. Those for
 * which both speak come first, then those with more words; else the order is kept.
 */
export function similarTo<One extends Running>(
  draft: Draft,
  running: readonly One[],
): readonly Similar<One>[] {
  const wanted = wordsOf(draft.summary);
  return running
    .map((incident) => {
      const words = shared(wanted, wordsOf(incident.summary));
      const sameService = isKnown(draft.service) && draft.service === incident.service;
      return { incident, sameService, words };
    })
    .filter(({ sameService, words }) => sameService || words.length > 0)
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, MOST);
}

function weight({ sameService, words }: Similar): number {
  return words.length + (sameService ? 1.5 : 0);
}

/** Two incidents with an unknown service have nothing in common by that. */
function isKnown(service: string | null): service is string {
  return service !== null && !/^(unknown|unbekannt)$/i.test(service.trim());
}

/** Words by their stems; empty where too few are shared. */
function shared(
  draft: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): readonly string[] {
  const both = [...draft].filter(([stem]) => other.has(stem)).map(([, word]) => word);
  const shorter = Math.min(draft.size, other.size);
  return shorter > 0 && both.length / shorter >= ENOUGH ? both : [];
}

/** The words that say what is broken, as written, by their stems. */
function wordsOf(summary: string): ReadonlyMap<string, string> {
  const words = summary.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => word.length > 2 && !SAYS_NOTHING.has(word));
  return new Map(telling.map((word) => [stemOf(word), word]));
}

/** Singular and plural alike, in English and in German; no more than that. */
function stemOf(word: string): string {
  const plain = word.replaceAll('ß', 'ss');
  if (plain.length < 5) return plain;
  if (/(?:ss|x|ch|sh)es$/.test(plain)) return plain.slice(0, -2);
  if (plain.endsWith('ies')) return `${plain.slice(0, -3)}y`;
  if (/[^su]s$/.test(plain)) return plain.slice(0, -1);
  return plain.replace(/(?:en|n|e)$/, '');
}

/** What stands in any summary: little words, and that something is wrong. */
const SAYS_NOTHING = new Set(
  `about after again all and any are but can cannot could did does doing done for from get gets got had has have how into
  its just may more most much new not now off one only other our out over she should since some still such than that the
  their them then there these they this those too under until very was were what when where which while who why will with
  without would you your
  broken bug bugs crash crashed crashes customer customers degraded down error errors fail failed failing fails failure
  failures fault faults gone incident incidents issue issues missing offline outage outages problem problems slow stopped
  stops unavailable unreachable user users work working works wrong
  aber alle allem allen aller alles als also auch auf aus bei beim bin bis bitte braucht dann das dass dem den der des die
  diese dieser dieses doch dort durch ein eine einem einen einer eines erst etwas für gar gegen geht gibt haben hat hier
  ihr ihre immer ist jetzt kann kein keine keinen keiner können man mehr mit nach nicht nichts noch nur oder ohne schon
  sehr sein seine seit sich sie sind über und uns unter vom von vor war warum was wegen wenn werden wie wieder wird wir
  wurde zum zur zwischen
  abgestürzt antwortet ausfall ausfälle ausgefallen defekt fehl fehler fehlern fehlt fehlgeschlagen funktioniert
  funktionieren gestört kaputt kunde kunden langsam nutzer problem probleme schlagen schlägt stockt störung störungen
  unerreichbar vorfall vorfälle`.split(/\s+/),
);
