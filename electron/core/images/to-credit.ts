import {
  emptyCredit,
  type Credit,
  type CreditField,
  type LicenseId,
  type Origin,
} from '#shared/model/credit.ts';
import { webAddressSchema } from '#shared/model/text.ts';
import { recogniseLicense } from '#shared/domain/credits/recognise-license.ts';
import type { Statement } from './embedded-sources.ts';

/** A field of a credit, or one of the two that are shown beside it. */
export type EmbeddedName = Exclude<CreditField, 'changes'> | 'webStatement' | 'alt';
export type EmbeddedValue = { readonly origin: Origin; readonly value: string };
/** One field with all the values found for it, the most trusted first; at least one. */
export type EmbeddedField = { readonly field: EmbeddedName; readonly found: readonly EmbeddedValue[] };

const licenseAddress = /https?:\/\/(?:www\.)?(?:creativecommons|rightsstatements)\.org\//i;
const anyAddress = /^\s*(?:https?:\/\/|www\.|creativecommons\.org\/)\S+\s*$/i;

const only = (text: string, pattern: RegExp) => (pattern.test(text) ? text : '');

/**
 * A license only where the file names one: in `cc:license`, by a web statement that is a license's address, by usage
 * terms that name it, or by its address within the notice. "All rights reserved" is none, nor is a notice that talks
 * about the public domain.
 */
const licenseOf = ({
  license = '',
  webStatement = '',
  usageTerms = '',
  copyrightNotice = '',
}: Statement): LicenseId | null => {
  const candidates = [
    license,
    only(webStatement, anyAddress),
    usageTerms,
    only(copyrightNotice, licenseAddress),
  ];
  for (const text of candidates) {
    const recognised = text === '' ? null : recogniseLicense(text);
    if (recognised) return recognised.licenseId;
  }
  return null;
};

/**
 * A page about rights that is no known license has no field of its own in a credit: it is kept, as written (often
 * without its scheme), at the end of the terms.
 */
const termsOf = ({ usageTerms = '', webStatement = '' }: Statement): string => {
  const isLicense = anyAddress.test(webStatement) && recogniseLicense(webStatement) !== null;
  return isLicense || usageTerms.includes(webStatement) ? usageTerms : `${usageTerms} ${webStatement}`.trim();
};

const addressOf = (text: string | undefined): string =>
  text !== undefined && webAddressSchema.safeParse(text).success ? text : '';

const readers: Readonly<Record<EmbeddedName, (statement: Statement) => string>> = {
  title: ({ title = '' }) => title,
  creator: ({ creator = '' }) => creator,
  creatorUrl: ({ creatorUrl }) => addressOf(creatorUrl),
  sourceUrl: ({ sourceUrl }) => addressOf(sourceUrl),
  licenseId: (statement) => licenseOf(statement) ?? '',
  copyrightNotice: ({ copyrightNotice = '' }) => copyrightNotice,
  creditLine: ({ creditLine = '' }) => creditLine,
  usageTerms: termsOf,
  licensorUrl: ({ licensorUrl }) => addressOf(licensorUrl),
  webStatement: ({ webStatement = '' }) => webStatement,
  alt: ({ alt = '' }) => alt,
};

/** Every field the file says something about, with all it says. */
export const toEmbeddedFields = (statements: readonly Statement[]): EmbeddedField[] =>
  (Object.keys(readers) as EmbeddedName[])
    .map((field) => ({
      field,
      found: statements
        .map((statement) => ({ origin: statement.origin, value: readers[field](statement) }))
        .filter(({ value }) => value !== ''),
    }))
    .filter(({ found }) => found.length > 0);

/** The credit and text alternative that a file's own statements make, each value with where it came from. */
export const toCredit = (
  fields: readonly EmbeddedField[],
): { readonly credit: Credit; readonly alt: string } => {
  const values: Partial<Record<EmbeddedName, string>> = {};
  const origins: Partial<Record<EmbeddedName, Origin>> = {};
  for (const { field, found } of fields) {
    const [chosen] = found;
    if (!chosen) continue;
    values[field] = chosen.value;
    origins[field] = chosen.origin;
  }
  const { alt = '', webStatement: _shownOnly, ...named } = values;
  const { alt: _alt, webStatement: _web, ...namedOrigins } = origins;
  return { credit: { ...emptyCredit, ...(named as Partial<Credit>), origins: namedOrigins }, alt };
};
