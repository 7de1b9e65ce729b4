import { z } from 'zod';

/** What Carrel brings in. Each has a name for people: the message `import-format.<id>`. */
export const importFormatSchema = z.enum([
  'csv',
  'xlsx',
  'ods',
  'bookmarks-html',
  'firefox-json',
  'pocket-html',
  'omnivore',
  'ris',
  'bibtex',
  'csl-json',
  'zotero-rdf',
  'rss',
  'atom',
  'json-feed',
  'opml',
  'markdown',
  'links',
  'html-page',
  'libguides-json',
  'libguides-xml',
  'omeka-s',
  'iiif',
  'ro-crate',
  'bagit',
]);
export type ImportFormat = z.infer<typeof importFormatSchema>;

/**
 * What a column of a table is taken for: a field, something that helps to find one (`fileAddress`, `template`, …),
 * `other` (kept under its own name) or `ignore` (left out, because the curator said so).
 */
export const columnMeaningSchema = z.enum([
  'title',
  'url',
  'fileAddress',
  'type',
  'template',
  'format',
  'summary',
  'publishedOn',
  'approximate',
  'addedOn',
  'modifiedOn',
  'checkedOn',
  'creators',
  'subjects',
  'tags',
  'publisher',
  'language',
  'rights',
  'identifier',
  'doi',
  'isbn',
  'issn',
  'oclc',
  'audience',
  'accessNote',
  'note',
  'folder',
  'section',
  'picture',
  'pictureAlt',
  'pictureRights',
  'pictureCredit',
  'other',
  'ignore',
]);
export type ColumnMeaning = z.infer<typeof columnMeaningSchema>;

const count = z.int().nonnegative();
const values = z.record(z.string(), z.union([z.string(), z.number()]));

/** What there is to say of one record. */
export const importRemarkSchema = z.strictObject({
  /** From 1, as the file counts: rows of a spreadsheet, lines above the column names and blank ones counted. */
  row: count,
  title: z.string(),
  /** A message key below `import-report.`, and the values in it. */
  reason: z.string(),
  values,
  /** The same in English, for the command line. */
  message: z.string(),
});
export type ImportRemark = z.infer<typeof importRemarkSchema>;
