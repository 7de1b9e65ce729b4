import { toWebAddress } from '#shared/domain/web-address.ts';
import { honestDateSchema } from '#shared/model/dates.ts';
import { languageSchema } from '#shared/model/text.ts';
import type { Translate } from '#renderer/i18n/i18n.ts';

/** Says what is wrong with a typed text, or null. */
type Check = (text: string) => string | null;

/** A date as exact as it is known, or nothing. */
export const checkDate =
  (t: Translate): Check =>
  (text) =>
    text === '' || honestDateSchema.safeParse(text).success ? null : t('field.date-wrong');

/** A web address, or nothing. `www.…` without a scheme is welcome. */
export const checkAddress =
  (t: Translate): Check =>
  (text) =>
    text === '' || toWebAddress(text) !== null ? null : t('field.address-wrong');

/** A language tag (BCP 47), or nothing. */
export const checkLanguage =
  (t: Translate): Check =>
  (text) =>
    text === '' || languageSchema.safeParse(text).success ? null : t('field.language-wrong');

/** Something, since a title is never blank. */
export const checkTitle =
  (t: Translate): Check =>
  (text) =>
    text === '' ? t('field.title-wrong') : null;

/** What was typed, or null for nothing. */
export const orNull = (text: string): string | null => (text === '' ? null : text);

/** One item a line or between semicolons, without blanks and repeats. */
export const toList = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n;]/)
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  ),
];
