import type { Credit } from '../../model/credit.ts';
import type { Alteration } from './credit-line.ts';
import { dutiesOf, type CreditMedium, type Duty } from './duties.ts';
import { foldText } from './fold-text.ts';
import { findLicenseAddresses } from './license-address.ts';
import { statementData } from './license-data.ts';
import type { LicenseMessage } from './license-summary.ts';
import { findLicenseWording } from './license-wording.ts';
import type { CreditPartName, License } from './license.ts';
import { licenseById } from './licenses.ts';
import { recogniseLicense } from './recognise-license.ts';

/** A part of the credit that is not there. `required` false: it is asked for, and the credit is complete without it. */
type MissingPart = LicenseMessage & {
  readonly field: keyof Credit;
  readonly duty: CreditPartName;
  readonly required: boolean;
  /** The clause of the license that asks, such as `§4(c)`; empty when it is courtesy. */
  readonly clause: string;
};

/**
 * `complete`: every duty is met, as far as it can be known. `incomplete`: a required part is missing. `permission-needed`: the terms do
 * not allow this use. `unknown`: nobody has decided on what terms the picture may be used.
 */
export type CreditState = 'complete' | 'incomplete' | 'permission-needed' | 'unknown';

/** The result of a check, with messages for the curator. */
export type CreditCheck = {
  readonly state: CreditState;
  readonly missing: readonly MissingPart[];
  readonly notes: readonly LicenseMessage[];
};

/** The circumstances of one publication. */
export type CreditCheckOptions = {
  /** True when the publication serves commercial advantage; left out when nobody has been asked yet. */
  readonly commercialUse?: boolean;
  readonly alterations?: readonly Alteration[];
  /** True when a letter, a saved page or a note is kept with the picture. */
  readonly hasEvidence?: boolean;
};

/** True when the owner's wording names somebody: something is left of it without the license. */
const namesSomebody = (creditLine: string): boolean => {
  const text = foldText(creditLine);
  const places = [...findLicenseAddresses(text), ...findLicenseWording(text)];
  const left = places.reduce(
    (line, { start, end }) => line.slice(0, start) + ' '.repeat(end - start) + line.slice(end),
    text,
  );
  return /\p{L}{2}/u.test(left.replaceAll(/\b(?:photo|image|picture|credit|by|license|licence)\b/gi, ''));
};

const isThere = (part: CreditPartName, credit: Credit, license: License, hasEvidence: boolean): boolean => {
  switch (part) {
    case 'title':
      return credit.title.trim() !== '';
    case 'creator':
      return credit.creator.trim() !== '' || namesSomebody(credit.creditLine);
    case 'source':
      return credit.sourceUrl !== null;
    case 'address':
      return !license.versionless;
    case 'evidence':
      return hasEvidence || credit.evidenceNote.trim() !== '';
    default:
      // The license itself is known here; whether there was a notice or a change only the curator can know.
      return true;
  }
};

const fields: Readonly<Record<CreditPartName, keyof Credit>> = {
  title: 'title',
  creator: 'creator',
  source: 'sourceUrl',
  license: 'licenseId',
  address: 'licenseId',
  copyrightNotice: 'copyrightNotice',
  changes: 'changes',
  evidence: 'evidenceNote',
};

const messageOf = ({ part, level }: Duty): string => {
  if (part === 'address') return 'license-version';
  const polite = level === 'courtesy' && (part === 'title' || part === 'creator' || part === 'source');
  return polite ? `${part}-courtesy` : part;
};

const toMissing = (duty: Duty, license: License): MissingPart => ({
  field: fields[duty.part],
  duty: duty.part,
  required: duty.level === 'required' || duty.level === 'where-practicable',
  clause: duty.clause,
  key: `license.missing.${messageOf(duty)}`,
  values: { license: license.shortName, clause: duty.clause },
});

const licenseMissing = (
  name: 'license' | 'license-unknown-id' | 'credit-line-conflict',
  license: string,
): MissingPart => ({
  field: name === 'credit-line-conflict' ? 'creditLine' : 'licenseId',
  duty: 'license',
  required: true,
  clause: '',
  key: `license.missing.${name}`,
  values: { license },
});

/** True when a text names a license that this one does not fit, not even as a vaguer name of it. */
const contradicts = (text: string, license: License): boolean => {
  const named = licenseById(recogniseLicense(text)?.licenseId ?? null);
  if (named === null || named.id === license.id || license.group === 'other') return false;
  return !((named.versionless || license.versionless) && named.family === license.family);
};

const note = (name: string, license: License): LicenseMessage => ({
  key: `license.note.${name}`,
  values: { license: license.shortName },
});

/** What the license forbids, held against what is about to be done. */
const limitsOf = (license: License, options: CreditCheckOptions): readonly string[] => {
  const altered = (options.alterations ?? []).length > 0;
  const commercial = { true: ['commercial-refused'], false: [], undefined: ['commercial-question'] };
  return [
    ...(license.permissionNeeded ? ['permission-needed'] : []),
    ...(license.forbids.commercial ? commercial[`${options.commercialUse}`] : []),
    ...(license.forbids.derivatives ? [altered ? 'altered-no-derivatives' : 'whole-picture'] : []),
  ];
};

/** What a rights statement says beyond its name. */
const termsOf = (license: License): readonly string[] => {
  const statement = statementData.statements.find(({ code }) => `rs-${code.toLowerCase()}` === license.id);
  return statement?.terms === undefined ? [] : [statement.terms];
};

const notesOf = (
  credit: Credit,
  license: License,
  options: CreditCheckOptions,
): readonly LicenseMessage[] => {
  const canChange = license.group === 'cc' || license.group === 'site';
  return [
    ...limitsOf(license, options),
    ...termsOf(license),
    ...(canChange && credit.licenseSeenOn === null ? ['date-seen'] : []),
    ...(contradicts(credit.usageTerms, license) ? ['terms-differ'] : []),
  ].map((name) => note(name, license));
};

const stateOf = (
  license: License,
  missing: readonly MissingPart[],
  options: CreditCheckOptions,
): CreditState => {
  const refused =
    (license.forbids.commercial && options.commercialUse === true) ||
    (license.forbids.derivatives && (options.alterations ?? []).length > 0);
  if (license.blocksPublishing) return 'unknown';
  if (license.permissionNeeded || refused) return 'permission-needed';
  return missing.some((part) => part.required) ? 'incomplete' : 'complete';
};

/** While the terms are unknown, only the decision itself is required; the rest may be gathered meanwhile. */
const undecided = (credit: Credit): CreditCheck => ({
  state: 'unknown',
  missing: [
    credit.licenseId === null || licenseById(credit.licenseId) !== null
      ? licenseMissing('license', '')
      : licenseMissing('license-unknown-id', credit.licenseId),
  ],
  notes: [],
});

/**
 * Is the credit of this picture complete for a medium? Computed from the duties of its very license (`dutiesOf`), not
 * from filled boxes: CC0 asks for nothing, CC 2.0 for the title if the owner gave one, CC 4.0 for none. What only a person can know (was
 * there a title, a notice?) is asked for and does not hold the credit up; the page a picture came from does, where the license asks for it.
 */
export const checkCredit = (
  image: { readonly credit: Credit },
  medium: CreditMedium,
  options: CreditCheckOptions = {},
): CreditCheck => {
  const { credit } = image;
  const license = licenseById(credit.licenseId);
  if (license === null || license.blocksPublishing) return undecided(credit);
  const missing = dutiesOf(license, medium)
    .filter((duty) => !isThere(duty.part, credit, license, options.hasEvidence ?? false))
    .map((duty) => toMissing(duty, license));
  const conflict = contradicts(credit.creditLine, license)
    ? [licenseMissing('credit-line-conflict', license.shortName)]
    : [];
  const all = [...missing, ...conflict];
  return { state: stateOf(license, all, options), missing: all, notes: notesOf(credit, license, options) };
};
