import type { LicenseId } from '../../model/credit.ts';
import { lazily } from '../lazily.ts';
import { comparable, foldText } from './fold-text.ts';
import { findLicenseAddresses } from './license-address.ts';
import { findLicenseWording } from './license-wording.ts';
import { allLicenses } from './licenses.ts';
import type { License } from './license.ts';

/** What a text says. `versionKnown` false: the license is named, its version is not (`CC BY`). */
export type RecognisedLicense = { readonly licenseId: LicenseId; readonly versionKnown: boolean };

// "All rights reserved" is no license, and neither are our own answers: they are chosen by a person, never read out of a text.
const neverRead = new Set([
  'all-rights-reserved',
  'fair-use',
  'permission',
  'own-work',
  'stock',
  'ai-generated',
  'unknown',
]);

/** Names of licenses are written with and without spaces between their words, and `Generic` is often left out. */
const spelling = (text: string): string =>
  comparable(text)
    .replaceAll('share alike', 'sharealike')
    .replaceAll('non commercial', 'noncommercial')
    .replace(/ generic$/, '');

// Some 2,000, which nobody needs before the first text is read.
const spellings = lazily(
  () =>
    new Map<string, License>(
      allLicenses
        .filter((license) => !neverRead.has(license.id))
        .toReversed()
        .flatMap((license) =>
          [
            // "Unsplash" alone is a site, and not everything on it has its license.
            license.group === 'site' ? '' : license.id,
            license.name,
            license.shortName,
            license.name.replace(/^Creative Commons (?=.* )/, ''),
            license.spdx ?? '',
          ]
            .filter((text) => text !== '' && text !== 'Attribution')
            .map((text) => [spelling(text), license]),
        ),
    ),
);

const preface =
  /^(?:(?:this (?:work|image|photo|photograph|picture|file|item)|it) is |(?:some rights reserved|rights|rights statement|license|licence|usage terms|terms)[:.,]? |(?:is |are )?(?:licensed|released|available|published|shared|distributed|made available|used) (?:under|with|by)(?: the terms of)?(?: the| a| an)? |under (?:the |a |an )?|the |a |an )+/i;
const afterword = /[\s,.;:]*(?:(?:public )?licen[sc]e|deed)?[\s.,;:)]*$/i;

const exact = (text: string): License | null => {
  if (text.endsWith('?')) return null;
  const whole = spellings().get(spelling(text));
  if (whole !== undefined) return whole;
  const core = text.replace(preface, '').replace(afterword, '');
  return spellings().get(spelling(core)) ?? null;
};

const negation = new RegExp(
  [
    String.raw`\b(?:not|never|no longer|neither|nor|cannot|without|except|excluding|formerly|previously|used to be|instead of|rather than|other than|unlike|incompatible|revoked|withdrawn|replaced|expired|if|unless|but)\b`,
    String.raw`\b(?:compatible|equivalent|similar|maybe|perhaps|possibly|probably|presumably)\b`,
    // The same in the languages whose names of licenses are read.
    String.raw`\b(?:nicht|kein(?:e[mnrs]?)?|ohne|ausser|außer|pas|jamais|sauf|nunca|excepto|salvo|niet|geen|inte|ikke)\b`,
    `n['’]t\\b`,
  ].join('|'),
  'i',
);
const boilerplate =
  /\b(?:except|unless|save)(?: where| as)?(?: otherwise)? (?:noted|stated|indicated|specified|mentioned)(?: otherwise)?\b|\b(?:sofern|soweit|wenn|falls) nicht anders \p{L}+|\bsauf (?:mention|indication) contraire\b|\b(?:salvo|excepto) (?:donde|que) se indique lo contrario\b/giu;
const reserved = /\ball rights (?:are )?reserved\b/i;
const laterVersions = /^\s*(?:[,/&+|-]|or|and)\s*v?\d\.\d/i;

/** The sentence around a place, so that a "not" elsewhere on a page does no harm. */
const sentenceAround = (text: string, start: number, end: number): string => {
  const before =
    text
      .slice(0, start)
      .split(/[.;!?](?=\s)|\n/)
      .at(-1) ?? '';
  const after = text.slice(end).split(/[.;!?](?=\s|$)|\n/)[0] ?? '';
  return `${before} ${after}`;
};

type Found = { readonly start: number; readonly end: number; readonly license: License | null };

/** Denied, doubted or only compared with: “not CC BY”, “CC BY?”, “compatible with CC BY”, “a modified CC BY”. */
const isNegated = (text: string, words: string, found: Found): boolean =>
  /^\s?\?/.test(text.slice(found.end, found.end + 2)) ||
  /\bmodified\s$/i.test(text.slice(Math.max(0, found.start - 10), found.start)) ||
  negation.test(sentenceAround(words, found.start, found.end).replaceAll(boilerplate, ' '));

/** The text with spaces in these places. */
export const blankOut = (text: string, places: readonly Pick<Found, 'start' | 'end'>[]): string =>
  places.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  );

/** `by-nd-nc` and `by-nc-nd`: one license in two orders; both had an address of their own in Japan at 2.0. */
const sameElements = (one: License, other: License): boolean =>
  one.version === other.version &&
  one.jurisdiction === other.jurisdiction &&
  one.family.split('-').toSorted().join() === other.family.split('-').toSorted().join();

const covers = (exactOne: License, vague: License): boolean =>
  exactOne === vague ||
  sameElements(exactOne, vague) ||
  (vague.versionless && exactOne.family === vague.family) ||
  (vague.id === 'public-domain' && exactOne.group === 'public-domain') ||
  // "CC BY 3.0" beside the address of a port of it: the address is the more exact of the two.
  (vague.jurisdiction === null && vague.family === exactOne.family && vague.version === exactOne.version);

/** The one license that all the places agree on: the most exact, if every other is a vaguer name of it. */
const agreed = (licenses: readonly License[]): License | null =>
  licenses.find((candidate) => licenses.every((other) => covers(candidate, other))) ?? null;

// More than a credit ever holds: a page about licenses, and work that grows with every place.
const mostPlaces = 30;
const longest = 10_000;

const findAll = (text: string): License | null => {
  const addresses = findLicenseAddresses(text);
  const wordings = findLicenseWording(blankOut(text, addresses));
  const places: readonly Found[] = [...addresses, ...wordings];
  const licenses = places.flatMap(({ license }) => (license === null ? [] : [license]));
  // A license that does not exist spoils the rest: what was meant is not known.
  if (licenses.length === 0 || licenses.length < places.length || places.length > mostPlaces) return null;
  // The “NoDerivs” of one name does not deny another.
  const words = blankOut(text, places);
  if (reserved.test(text) || places.some((place) => isNegated(text, words, place))) return null;
  if (wordings.some(({ end }) => laterVersions.test(text.slice(end)))) return null;
  return agreed(licenses);
};

/**
 * The license that a text names: an address in any of its forms, an id, or the usual wordings, alone or in a sentence.
 * Null when it names none, several that differ, one that does not exist, or says that it does *not* apply. A version is
 * never made up: `CC BY` alone answers `cc-by` with `versionKnown: false`. Licenses that exist in one version only
 * (CC0, Public Domain Mark, the rights statements) are known without it being written.
 */
export const recogniseLicense = (text: string): RecognisedLicense | null => {
  if (text.length > longest) return null;
  const folded = foldText(text);
  if (folded === '') return null;
  const license = exact(folded) ?? findAll(folded);
  return license === null ? null : { licenseId: license.id, versionKnown: !license.versionless };
};
