import { lazily } from '../lazily.ts';
import { comparable } from './fold-text.ts';
import { ccData } from './license-data.ts';
import type { License } from './license.ts';
import { allLicenses, licenseById } from './licenses.ts';
import { recogniseLicense } from './recognise-license.ts';

const limit = 40;

type Indexed = { readonly license: License; readonly name: string; readonly words: readonly string[] };

const synonyms: Readonly<Record<string, string>> = {
  nc: 'noncommercial',
  nd: 'noderivatives noderivs',
  sa: 'sharealike',
  by: 'attribution',
};

const indexed = (license: License): Indexed => {
  const place = license.jurisdiction === null ? '' : (ccData.jurisdictions[license.jurisdiction] ?? '');
  const elements =
    license.group === 'cc' ? license.family.split('-').map((part) => synonyms[part] ?? '') : [];
  const text = [
    license.shortName,
    license.name,
    license.id,
    license.spdx ?? '',
    place,
    license.words,
    ...elements,
  ].join(' ');
  return {
    license,
    name: comparable(license.shortName),
    words: [...new Set(comparable(text.replaceAll(/[-.](?=\d?[a-z])/gi, ' ')).split(' '))],
  };
};

const index = lazily(() => allLicenses.map(indexed));
const places = new Map(allLicenses.map((license, at) => [license, at]));

/**
 * How well one typed word fits: a whole word beats the beginning of one; 0 is not at all. A version without its zero is
 * that version before a later edition of it: `2` is 2.0, then 2.5.
 */
const fit = (typed: string, words: readonly string[]): number => {
  if (words.includes(typed)) return 3;
  if (/^\d$/.test(typed) && words.includes(`${typed}.0`)) return 2.05;
  return words.some((word) => word.startsWith(typed)) ? 2 : 0;
};

const score = (typed: readonly string[], entry: Indexed): number => {
  let sum = 0;
  for (const word of typed) {
    const points = fit(word, entry.words);
    if (points === 0) return 0;
    sum += points;
  }
  const { license } = entry;
  const extra = license.family.startsWith('by') ? license.family.split('-').length - 1 : 0;
  // "by-nc" means BY-NC before BY-NC-SA, and the license itself before its ports.
  return (
    sum * 10 +
    (entry.name === typed.join(' ') && !license.versionless ? 30 : 0) +
    (entry.name.startsWith(typed.join(' ')) ? 8 : 0) +
    (license.offered ? 6 : 0) +
    (license.versionless ? -9 : 0) -
    extra
  );
};

const browse = (recent: readonly License[]): License[] => [
  ...recent,
  ...allLicenses.filter((license) => license.offered && !recent.includes(license)),
];

/** The one license that was typed in full. In a search box `de` after a version is the port: nobody types a sentence there. */
const namedIn = (query: string): License | null => {
  const text = query.includes('/') ? query : query.toUpperCase();
  const license = licenseById(recogniseLicense(text)?.licenseId ?? null);
  return license === null || license.versionless ? null : license;
};

/**
 * Licenses for a picker, best first, from what was typed: elements and version (`nc 2`), a place (`germany`), a site (`flickr`), plain
 * words (`staff photo`), a wording or a pasted address. Recently used ones come first among equals and when nothing is typed. Retired
 * licenses appear only when they are named exactly. At most 40, fast enough to be called on every key.
 */
export const searchLicenses = (query: string, recentIds: readonly string[]): License[] => {
  const recent = recentIds.map(licenseById).filter((license) => license !== null);
  const typed = comparable(query.replaceAll(/[-_/](?=[a-z\d])/gi, ' '))
    .split(' ')
    .filter((word) => word !== '');
  if (typed.length === 0) return browse(recent);
  const exact = namedIn(query);
  const scored = index()
    .filter(({ license }) => !license.retired && license !== exact)
    .map((entry) => ({ license: entry.license, points: score(typed, entry) }))
    .filter(({ points }) => points > 0)
    .map(({ license, points }) => ({ license, points: points + (recent.includes(license) ? 25 : 0) }));
  const ranked = scored
    .toSorted(
      (one, other) =>
        other.points - one.points || (places.get(one.license) ?? 0) - (places.get(other.license) ?? 0),
    )
    .map(({ license }) => license);
  return (exact === null ? ranked : [exact, ...ranked]).slice(0, limit);
};
