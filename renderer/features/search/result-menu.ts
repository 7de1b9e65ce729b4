const places = ['search.show-here', 'entry.show-in', 'entry.copy-to', '-', 'entry.delete'];

/** Actions of a result's menu. */
export const resultMenuIds = ['entry.edit', '-', ...places];

/** Actions of the menu when several results are chosen. */
export const resultsMenuIds = ['bulk.edit', 'bulk.replace', 'bulk.merge', '-', ...places];
