import { recogniseLicense } from '#shared/domain/credits/recognise-license.ts';
import type { Credit, CreditField } from '#shared/model/credit.ts';
import { toWebAddress } from '#shared/domain/web-address.ts';

/** What a source says of a picture's rights, in its own words. */
export type FoundRights = {
  readonly title: string;
  readonly creators: readonly string[];
  /** Rights texts and addresses, the most exact of which names the license. */
  readonly rights: readonly string[];
  /** The wording that the owner asks for. */
  readonly attribution: string;
  readonly sourceUrl: string | null;
};

const longest = 5_000;

const isNotice = (text: string): boolean => /©|\(c\)|copyright \d{4}|all rights reserved/i.test(text);

/**
 * A credit from what a source says: a license only where a text names it exactly, everything else word for word. Fields
 * that the source does not name are left out.
 */
export const toFoundCredit = ({
  title,
  creators,
  rights,
  attribution,
  sourceUrl,
}: FoundRights): Partial<Credit> => {
  const texts = [...new Set(rights.map((text) => text.trim()).filter(Boolean))];
  const found = texts.map((text) => recogniseLicense(text));
  // An address is meant for exactness; words beside it ("Public domain") may be meant loosely.
  const byAddress = found.filter((_, index) => toWebAddress(texts[index] ?? '') !== null);
  const license =
    [...byAddress, ...found].find((one) => one?.versionKnown === true) ?? found.find((one) => one !== null);
  // An address that is understood as the license says nothing more; other texts are kept as they are.
  const words = texts.filter((text, index) => found[index] === null || toWebAddress(text) === null);
  const fields: Partial<Record<CreditField, string>> = {
    ...(title === '' ? {} : { title: title.slice(0, longest) }),
    ...(creators.length === 0 ? {} : { creator: creators.join('; ').slice(0, longest) }),
    ...(sourceUrl === null ? {} : { sourceUrl }),
    ...(license ? { licenseId: license.licenseId } : {}),
    ...(attribution === '' ? {} : { creditLine: attribution.slice(0, longest) }),
  };
  const notice = words.find(isNotice);
  const terms = words
    .filter((text) => text !== notice)
    .join('\n')
    .slice(0, longest);
  if (notice !== undefined) fields.copyrightNotice = notice.slice(0, longest);
  if (terms !== '') fields.usageTerms = terms;
  const origins = Object.fromEntries(Object.keys(fields).map((field) => [field, 'imported' as const]));
  return { ...(fields as Partial<Credit>), origins };
};
