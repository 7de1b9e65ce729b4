import { ccData, type LicenseElement } from './license-data.ts';

/** Accents are optional, a space is a space, a hyphen or nothing, and an apostrophe may be a curly one. */
const anySpelling = (name: string): string =>
  name
    .replaceAll(/[^a-z' ]/g, (sign) => `[${sign}${sign.normalize('NFD').charAt(0)}]`)
    .replaceAll(' ', String.raw`[\s-]?`)
    .replaceAll("'", `['’]?`);

/** Longest first, so that “no derivative works” is not read as “no derivative”. */
const anyOf = (names: readonly string[]): string =>
  `(?:${names
    .toSorted((one, other) => other.length - one.length)
    .map(anySpelling)
    .join('|')})`;

const { by, nc, nd, sa } = ccData.elementNames;
const endOfWord = '(?![a-zà-ÿ])';

/** The name of a license in words: “Attribution-NonCommercial”, “Namensnennung - Nicht kommerziell”. For use inside a pattern. */
export const longNamePattern = String.raw`${anyOf(by)}(?:[\s,/+&:-]*(?:and )?${anyOf([...nc, ...nd, ...sa])}${endOfWord})*${endOfWord}`;

const patterns: Readonly<Record<LicenseElement, RegExp>> = {
  by: new RegExp(anyOf(by), 'i'),
  nc: new RegExp(anyOf(nc), 'i'),
  nd: new RegExp(anyOf(nd), 'i'),
  sa: new RegExp(anyOf(sa), 'i'),
};

/** The family with these elements, or null: adaptations cannot be both forbidden and passed on. */
export const familyWith = (has: (element: LicenseElement) => boolean): string | null => {
  if (has('nd') && has('sa')) return null;
  return `by${has('nc') ? '-nc' : ''}${has('nd') ? '-nd' : ''}${has('sa') ? '-sa' : ''}`;
};

/** The family that a name in words means, or null when there is no such license. */
export const familyOfLongName = (name: string): string | null =>
  familyWith((element) => patterns[element].test(name));
