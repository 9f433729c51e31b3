/** What Confluence's pages say while they are edited, in English. */
export const wiki = {
  'wiki.edit': 'Edit',
  'wiki.export': 'Export',
  'wiki.publish': 'Publish',
  'wiki.insert': 'Insert a macro',
  'wiki.insertOne': 'Insert {title}',
  'wiki.noMacros': 'No app brings a macro.',
  'wiki.configure': 'Configure {title}',
  'wiki.up': 'Move {name} up',
  'wiki.down': 'Move {name} down',
  'wiki.remove': 'Remove {name}',
  'wiki.blocks': 'Parts of the page',
  'wiki.block': 'part {at}',
  'wiki.macroGone': 'The app of the macro “{name}” is not installed, or the macro is not for you.',
};
