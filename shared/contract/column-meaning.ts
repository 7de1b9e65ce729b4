import { z } from 'zod';

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
  'quotedFrom',
  'quotedFromAddress',
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

const meaningOfField: Readonly<Record<string, ColumnMeaning>> = {
  typeId: 'type',
  identifiers: 'identifier',
  otherFields: 'other',
};

/** What a field that a report names is called among the meanings of columns, which have words for people. */
export const reportedMeaning = (field: string): string => meaningOfField[field] ?? field;
