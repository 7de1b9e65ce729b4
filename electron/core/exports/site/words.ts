import en from '#shared/i18n/en.json' with { type: 'json' };
import { wordsFor } from '../pages/page-words.ts';

/** A type's name as data for other programs has it: the library's own, or the built-in one in English. */
export const { typeName } = wordsFor('en');

/** What the four dates are called in data for other programs: English. */
export const dateNames = {
  publishedOn: en.date.published,
  addedOn: en.date.added,
  modifiedOn: en.date.modified,
  checkedOn: en.date.checked,
} as const;
