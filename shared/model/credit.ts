import { z } from 'zod';
import { honestDateSchema } from './dates.ts';
import { webAddressSchema } from './text.ts';

/**
 * Id of an entry in the license data (`assets/licenses`): `cc-by-nc-nd-2.0`, `cc-by-3.0-de`, `cc0-1.0`, `rs-inc`,
 * `unsplash`, `permission`, `own-work` … `cc-by` without a version means "CC BY, version not stated".
 */
export const licenseIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/)
  .max(60)
  .brand<'LicenseId'>();
export type LicenseId = z.infer<typeof licenseIdSchema>;

/** Where a value of a credit came from. `typed` is the curator's own; the others are schemas inside the file. */
export const originSchema = z.enum(['xmp', 'iptc', 'exif', 'png-text', 'svg', 'typed', 'pasted', 'imported']);
export type Origin = z.infer<typeof originSchema>;

const line = z.string().trim().max(5_000);

/** The fields of a credit that a file can carry and a curator can type. */
export const creditFieldSchema = z.enum([
  'title',
  'creator',
  'creatorUrl',
  'sourceUrl',
  'licenseId',
  'copyrightNotice',
  'creditLine',
  'usageTerms',
  'licensorUrl',
  'changes',
]);
export type CreditField = z.infer<typeof creditFieldSchema>;

/**
 * Who made a picture and on what terms it may be used: title, author, source, license (TASL), and what else licenses
 * ask for. An empty string is "not known"; nothing here is ever made up.
 */
export const creditSchema = z.strictObject({
  title: line,
  /** The maker, or several joined by `; `. */
  creator: line,
  creatorUrl: webAddressSchema.nullable(),
  /** The page where the picture was found. */
  sourceUrl: webAddressSchema.nullable(),
  /** Null: not decided yet, which blocks publishing. */
  licenseId: licenseIdSchema.nullable(),
  /** As the owner wrote it: `© 2009 Julie Doe`. IPTC Copyright Notice. */
  copyrightNotice: line,
  /** The wording the owner asks for. IPTC Credit Line. */
  creditLine: line,
  /** IPTC Rights Usage Terms, as found. */
  usageTerms: line,
  /** Where a license can be had. PLUS Licensor URL. */
  licensorUrl: webAddressSchema.nullable(),
  /** What was changed by the curator before it came here, in words: `cropped, colours adjusted`. */
  changes: line,
  /** The day the license was seen at the source. Owners can change their mind later. */
  licenseSeenOn: honestDateSchema.nullable(),
  /** License number, holder, expiry, where the letter is: for colleagues, never published. */
  evidenceNote: z.string().max(20_000),
  /** Where each filled field came from; a field that is not named was typed or is empty. */
  origins: z.partialRecord(creditFieldSchema, originSchema),
});
export type Credit = z.infer<typeof creditSchema>;

/** A credit of which nothing is known yet. */
export const emptyCredit: Credit = {
  title: '',
  creator: '',
  creatorUrl: null,
  sourceUrl: null,
  licenseId: null,
  copyrightNotice: '',
  creditLine: '',
  usageTerms: '',
  licensorUrl: null,
  changes: '',
  licenseSeenOn: null,
  evidenceNote: '',
  origins: {},
};
