import { familyOfLongName, familyWith, longNamePattern } from './element-names.ts';
import { fixedWordings } from './fixed-wordings.ts';
import { ccData } from './license-data.ts';
import { licenseById } from './licenses.ts';
import type { License } from './license.ts';

/** A license named in words. `license` null: named, but there is no such license (`CC BY 5.0`). */
export type FoundWording = { readonly start: number; readonly end: number; readonly license: License | null };

const word = String.raw`(?:\blicen[sc]ed?\b|\blicentie\b|\blizenz\b|\blicencia\b|\blicenza\b|\blicen[çc]a\b|\bpublic\b|\bversion\b|\bver\b\.?|\bv(?=\.?\s?\d)\.?)`;
const filler = String.raw`(?:[\s,_()/:-]*${word}){0,3}`;
const gap = String.raw`[\s,_()/:-]*`;
const version = String.raw`(?<version>\d\.\d|[1-4](?=$|[\s,;)](?!\d)|\.(?!\d)))(?!\d|\.\d)`;

const codes = Object.keys(ccData.jurisdictions);
const names = [...Object.values(ccData.jurisdictions), ...Object.values(ccData.otherNames)]
  .toSorted((one, other) => other.length - one.length)
  .map((name) => name.replace('&', '(?:&|and)').replace(/:? /, ':? '));
const port = String.raw`(?:[\s(_/-]*(?:(?<place>${names.join('|')})\b)|[-_/](?<glued>${codes.join('|')})(?![\w-])|\s\(?(?<code>${codes.join('|')})\b)?`;
const tail = String.raw`(?:${filler}${gap}${version}(?:[\s-]*(?:generic|unported|international|universal|intl)\b)?${port})?`;

const prefix = String.raw`(?:creative\s?commons|\bcc)`;
const elements = String.raw`(?<elements>by(?:[\s_/-]*(?:nc|nd|sa))*)(?![a-z])`;
const shortPattern = () => new RegExp(`(?<![\\w.])(?:${prefix})${gap}${elements}${tail}`, 'gi');
const bareShortPattern = () =>
  new RegExp(`(?<![\\w.-])(?<elements>by(?:-(?:nc|nd|sa))+)(?![\\w])${tail}`, 'gi');
const reversedPattern = () =>
  new RegExp(`(?<![\\w.])${prefix}[\\s_-]*(?<version>\\d\\.\\d)[\\s_-]*${elements}`, 'gi');

const longPattern = () =>
  new RegExp(
    `(?<![\\w-])(?<prefix>${prefix}[\\s:-]*)?(?<long>${longNamePattern})(?:\\s\\(?(?:by)(?:-(?:nc|nd|sa))*\\)?)?${tail}`,
    'gi',
  );

type Groups = Partial<Record<string, string>>;

const familyOf = ({ elements: short, long }: Groups): string | null =>
  short === undefined
    ? familyOfLongName(long ?? '')
    : familyWith((element) => short.toLowerCase().includes(element));

const codeByName = new Map(
  [...Object.entries(ccData.otherNames), ...Object.entries(ccData.jurisdictions)].map(([code, name]) => [
    name.toLowerCase(),
    code,
  ]),
);

const placeCode = (name: string): string =>
  codeByName.get(
    name
      .toLowerCase()
      .replace(/\band\b/, '&')
      .replace(/^uk /, 'uk: '),
  ) ?? name.toLowerCase();

const asVersion = (found: string): string => (found.length === 1 ? `${found}.0` : found);

const wordEnd = /^\s*(?:$|[),.;:|<\n])/;

/**
 * The port that the words name. A two-letter code standing free counts only in capitals, and only where that port exists or
 * where nothing follows it: `2.0 de Flickr` is Spanish, not German, but `3.0 UK` names a port that there is not. 4.0 has no
 * ports, so a place after it says nothing about the license.
 */
const portOf = (groups: Groups, edition: string, key: string, rest: string): string | null => {
  if (edition === '4.0' && groups['glued'] === undefined) return null;
  if (groups['place'] !== undefined) return placeCode(groups['place']);
  if (groups['glued'] !== undefined) return groups['glued'].toLowerCase();
  const free = groups['code'];
  if (free === undefined || free !== free.toUpperCase()) return null;
  const code = free.toLowerCase();
  return licenseById(`${key}-${code}`) === null && !wordEnd.test(rest) ? null : code;
};

/** More of a name or of a number than we know: an element in another language, `4.02.0`, `by-laws`. */
const goesOn = /^\s?-\s?\p{L}|^\/\p{L}|^[\s_/(,-]*(?:version|ver|v)?\.?\s?\d+\.\d|^[\s_/-]*\d{1,2}(?!\d)/iu;

const ccFrom = (groups: Groups, rest: string): License | null => {
  const family = familyOf(groups);
  if (family === null) return null;
  if (groups['version'] === undefined) return goesOn.test(rest) ? null : licenseById(`cc-${family}`);
  const edition = asVersion(groups['version']);
  const key = `cc-${family}-${edition}`;
  const code = portOf(groups, edition, key, rest);
  return licenseById(code === null ? key : `${key}-${code}`);
};

/** "Attribution" alone is an English word, and so is the "by" of "CC by Jane"; "Attribution License" is Flickr's name of CC BY. */
const isPlainWord = (found: string, groups: Groups, rest: string): boolean => {
  if (groups['version'] !== undefined || familyOf(groups) !== 'by' || /^\s+licen[sc]e\b/i.test(rest))
    return false;
  if (groups['long'] !== undefined) return groups['prefix'] === undefined;
  return found.endsWith(' by') && (found.startsWith('C') ? /^\s\p{L}/u : /^\s\p{Lu}/u).test(rest);
};

const found = (match: RegExpExecArray, license: License | null): FoundWording => ({
  start: match.index,
  end: match.index + match[0].trimEnd().length,
  license,
});

const overlaps = (one: FoundWording, other: FoundWording): boolean =>
  one.start < other.end && other.start < one.end;

/** Every license that a folded text names in words, each place once. */
export const findLicenseWording = (text: string): readonly FoundWording[] => {
  const all: FoundWording[] = [];
  const add = (one: FoundWording): void => {
    if (!all.some((other) => overlaps(one, other))) all.push(one);
  };
  for (const { pattern, pick } of fixedWordings)
    for (const match of text.matchAll(pattern)) add(found(match, licenseById(pick(match))));
  for (const pattern of [reversedPattern(), shortPattern(), longPattern(), bareShortPattern()])
    for (const match of text.matchAll(pattern)) {
      const groups = match.groups ?? {};
      const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 60);
      if (!isPlainWord(match[0], groups, rest)) add(found(match, ccFrom(groups, rest)));
    }
  return all;
};
