import { IntlMessageFormat } from 'intl-messageformat';
import en from '#shared/i18n/en.json' with { type: 'json' };
import type { PublishedType } from '../publication-types.ts';

/** The language that the pages' own words are in, whatever language the library is in. */
export const wordsLanguage = 'en';

const formats = new Map<string, IntlMessageFormat>();

const format = (message: string, values: Readonly<Record<string, string | number>>): string => {
  const known =
    formats.get(message) ?? new IntlMessageFormat(message, wordsLanguage, undefined, { ignoreTag: true });
  formats.set(message, known);
  return String(known.format(values));
};

/** One of the pages' own words or sentences (`page.…` in the messages). */
export const pageWords = (
  key: keyof typeof en.page,
  values: Readonly<Record<string, string | number>> = {},
): string => format(en.page[key], values);

/** A type's name: the library's own, or the built-in one. */
export const typeName = ({ id, name }: PublishedType): string =>
  name ?? Object.entries(en['resource-type']).find(([key]) => key === id)?.[1] ?? en['resource-type'].website;

/** What the four dates are called. */
export const dateNames = {
  publishedOn: en.date.published,
  addedOn: en.date.added,
  modifiedOn: en.date.modified,
  checkedOn: en.date.checked,
} as const;
