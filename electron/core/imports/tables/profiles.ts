import type { ColumnField } from './columns.ts';

/** What a program calls its columns when the names alone do not say what they mean. Names without spaces and signs. */
export type Profile = {
  /** Name of the program or form, for the report. */
  readonly name: string;
  /** Columns that tell this form from others, all of them there. */
  readonly signs: readonly string[];
  readonly columns: Readonly<Record<string, ColumnField>>;
};

/** Forms of table that are recognised as a whole, the more telling first. */
const profiles: readonly Profile[] = [
  {
    name: 'Raindrop.io',
    signs: ['title', 'excerpt', 'url', 'folder', 'created', 'cover'],
    columns: { created: 'addedOn', cover: 'picture', excerpt: 'summary', note: 'note', folder: 'folder' },
  },
  {
    name: 'Pocket',
    signs: ['title', 'url', 'timeadded', 'tags', 'status'],
    columns: { timeadded: 'addedOn' },
  },
  {
    name: 'Zotero',
    signs: ['key', 'itemtype', 'title', 'dateadded', 'datemodified'],
    columns: {
      abstractnote: 'summary',
      manualtags: 'tags',
      automatictags: 'tags',
      notes: 'note',
      author: 'creators',
    },
  },
  {
    name: 'CollectionBuilder',
    signs: ['objectid', 'title', 'rightsstatement'],
    columns: { imagethumb: 'picture', imagesmall: 'picture' },
  },
  {
    name: 'LibGuides',
    signs: ['id', 'name', 'url', 'description', 'owner'],
    columns: {
      created: 'addedOn',
      updated: 'modifiedOn',
      assettype: 'type',
      librarynotes: 'note',
      internalnote: 'note',
      guide: 'folder',
      box: 'section',
    },
  },
  {
    name: 'Omeka CSV Import',
    signs: ['dublincore:title'],
    columns: { file: 'fileAddress', collection: 'folder', itemtype: 'type' },
  },
  {
    name: 'Omeka S',
    signs: ['dcterms:title'],
    columns: { mediaurl: 'fileAddress', itemsets: 'folder' },
  },
];

/** A column name as profiles have it. */
export const profileName = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/g, '');

/** The form that these column names are of, or null. */
export const findProfile = (names: readonly string[]): Profile | null => {
  const present = new Set(names.map(profileName));
  return profiles.find(({ signs }) => signs.every((sign) => present.has(sign))) ?? null;
};
