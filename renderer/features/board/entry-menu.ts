/** Actions of an entry's menu. */
export const entryMenuIds = [
  'entry.edit',
  'entry.open-link',
  '-',
  'entry.move-up',
  'entry.move-down',
  'entry.move-to',
  'entry.copy-to',
  'entry.show-in',
  '-',
  'entry.remove',
  'entry.delete',
];

/** Actions of the menu when several entries are chosen. */
export const entriesMenuIds = [
  'bulk.edit',
  'bulk.replace',
  'bulk.merge',
  '-',
  'entry.move-up',
  'entry.move-down',
  'entry.move-to',
  'entry.copy-to',
  'entry.show-in',
  '-',
  'entry.remove',
  'entry.delete',
];
