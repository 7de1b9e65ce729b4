import { fillTemplate, linked, type CreditPart } from './credit-parts.ts';
import type { CreditWords } from './credit-words.ts';
import type { CreditMedium } from './duties.ts';
import type { License } from './license.ts';

/** Answers whose credit line says nothing about terms: our own picture, and one that is still undecided. */
const silent = new Set(['own-work', 'unknown']);

/** `rel="license"` belongs on a license, not on a statement about one or on a usage page. */
const isLicense = (license: License): boolean =>
  license.group === 'cc' || license.group === 'site' || license.spdx !== null;

const termsKey = (license: License): keyof CreditWords => `terms-${license.id}` as keyof CreditWords;

/** How a license is called in a credit line, in the words given. Names of licenses are not translated. */
export const licenseLabel = (license: License, words: CreditWords): string =>
  words[termsKey(license)] ?? license.shortName;

/** An address as a reader of this medium needs it: written out, and a link as well where links can work. */
export const writtenAddress = (
  address: string,
  medium: CreditMedium,
  part: Partial<CreditPart>,
): CreditPart =>
  medium === 'text' ? { ...part, text: address } : linked({ ...part, text: address }, address);

/**
 * The license as part of a credit line: its name linked to its address on screen, the address written out behind it in
 * print and text (CC 1.0 to 3.0 §4(a), 4.0 §3(a)(1)(C)). Empty where nothing is to be said.
 */
export const licensePhrase = (
  license: License,
  medium: CreditMedium,
  words: CreditWords,
): readonly CreditPart[] => {
  if (silent.has(license.id)) return [];
  const rel = isLicense(license) ? ({ rel: 'license' } as const) : {};
  const name: CreditPart = { text: licenseLabel(license, words), role: 'license', ...rel };
  if (license.versionless) {
    const { rel: _, ...plain } = name;
    return fillTemplate(words['version-not-stated'], { name: [plain] });
  }
  if (license.address === null) return [name];
  if (medium === 'screen') return [linked(name, license.address)];
  const address = writtenAddress(license.address, medium, { role: 'license', ...rel });
  return fillTemplate(words['with-address'], {
    name: [{ text: name.text, role: 'license' }],
    address: [address],
  });
};
