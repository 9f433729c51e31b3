import type { wiki as english } from './wiki-en';

/** What Confluence's pages say while they are edited, in German. */
export const wiki: Readonly<Record<keyof typeof english, string>> = {
  'wiki.edit': 'Bearbeiten',
  'wiki.export': 'Exportieren',
  'wiki.publish': 'Veröffentlichen',
  'wiki.insert': 'Makro einfügen',
  'wiki.insertOne': '{title} einfügen',
  'wiki.noMacros': 'Keine App bringt ein Makro mit.',
  'wiki.configure': '{title} konfigurieren',
  'wiki.up': '{name} nach oben',
  'wiki.down': '{name} nach unten',
  'wiki.remove': '{name} entfernen',
  'wiki.blocks': 'Teile der Seite',
  'wiki.block': 'Teil {at}',
  'wiki.macroGone':
    'Die App des Makros „{name}“ ist nicht installiert, oder das Makro ist nicht für dich.',
};
