import { ccData } from './license-data.ts';
import { licenseById } from './licenses.ts';
import type { License } from './license.ts';

/** A license named in words. `license` null: named, but there is no such license (`CC BY 5.0`). */
export type FoundWording = { readonly start: number; readonly end: number; readonly license: License | null };

const word = String.raw`(?:\blicen[sc]ed?\b|\blicentie\b|\blizenz\b|\blicencia\b|\bpublic\b|\bversion\b|\bver\b\.?|\bv(?=\.?\s?\d)\.?)`;
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

const longElement = String.raw`(?:non[\s-]?commercial|no[\s-]?deriv(?:ative)?(?:s|\sworks)?|share[\s-]?alike)`;
const longPattern = () =>
  new RegExp(
    `(?<![\\w-])(?<prefix>${prefix}[\\s:-]*)?(?<long>attribution(?:[\\s,/+&:-]*(?:and )?${longElement}(?![a-z]))*)(?![a-z])(?:\\s\\(?(?:by)(?:-(?:nc|nd|sa))*\\)?)?${tail}`,
    'gi',
  );

const familyOf = (found: string): string | null => {
  const text = found.toLowerCase();
  const has = (pattern: RegExp): boolean => pattern.test(text);
  const nc = has(/nc|non/);
  const nd = has(/nd|no[\s-]?deriv/);
  const sa = has(/sa|share/);
  // No such license: adaptations cannot be both forbidden and passed on.
  if (nd && sa) return null;
  return `by${nc ? '-nc' : ''}${nd ? '-nd' : ''}${sa ? '-sa' : ''}`;
};

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

type Groups = Partial<Record<string, string>>;

/**
 * The port that the words name. A two-letter code standing free counts only in capitals and only where that port exists: `2.0 de
 * Flickr` is Spanish, not German. 4.0 has no ports, so a place after it says nothing about the license.
 */
const portOf = (groups: Groups, family: string, edition: string): string | null => {
  if (edition === '4.0' && groups['glued'] === undefined) return null;
  if (groups['place'] !== undefined) return placeCode(groups['place']);
  if (groups['glued'] !== undefined) return groups['glued'].toLowerCase();
  const free = groups['code'];
  if (free === undefined || free !== free.toUpperCase()) return null;
  const code = free.toLowerCase();
  return licenseById(`cc-${family}-${edition}-${code}`) === null ? null : code;
};

const ccFrom = (groups: Groups): License | null => {
  const family = familyOf(groups['elements'] ?? groups['long'] ?? '');
  if (family === null) return null;
  if (groups['version'] === undefined) return licenseById(`cc-${family}`);
  const edition = asVersion(groups['version']);
  const code = portOf(groups, family, edition);
  return licenseById(`cc-${family}-${edition}${code === null ? '' : `-${code}`}`);
};

/** "Attribution" alone is an English word; "Attribution License" is Flickr's name of CC BY. */
const isPlainWord = (match: RegExpExecArray, groups: Groups): boolean =>
  !/^\s+licen[sc]e\b/i.test(match.input.slice(match.index + match[0].length)) &&
  groups['long'] !== undefined &&
  groups['prefix'] === undefined &&
  groups['version'] === undefined &&
  familyOf(groups['long']) === 'by';

type Fixed = { readonly pattern: RegExp; readonly pick: (found: RegExpExecArray) => string };

const editioned = (stem: string, known: readonly string[]) => (found: RegExpExecArray) => {
  const edition = found.groups?.['version'];
  if (edition === undefined) return stem;
  return known.includes(edition) ? `${stem}-${edition}` : '';
};

const fixed: readonly Fixed[] = [
  {
    pattern:
      /(?<![\w-])(?:creative commons |cc ?[-:]? ?)?(?:cc[-\s]?0|cc[-\s]zero|creative commons zero|creative commons cc0)(?![\w])(?:[\s,(]*(?:licen[sc]e|version|v\.?|universal))*[\s,-]*(?<version>\d\.\d)?(?:\s*universal)?(?:\s*\(cc0(?: 1\.0)?\))?(?:\s*public domain dedication)?/gi,
    pick: (found) => ((found.groups?.['version'] ?? '1.0') === '1.0' ? 'cc0-1.0' : ''),
  },
  {
    pattern: /(?<![\w-])(?:creative commons )?public domain dedication(?! and certification)(?: \(cc0\))?/gi,
    pick: () => 'cc0-1.0',
  },
  {
    pattern:
      /(?<![\w-])(?:creative commons |cc[-\s]?)?(?:public domain mark|pdm)(?![\w])(?:[\s,(-]*(?:version|v\.?|universal))*[\s,-]*(?<version>\d\.\d)?(?:\s*universal)?/gi,
    pick: (found) => ((found.groups?.['version'] ?? '1.0') === '1.0' ? 'pdm-1.0' : ''),
  },
  { pattern: /\bunsplash licen[sc]e\b/gi, pick: () => 'unsplash' },
  { pattern: /\bpexels licen[sc]e\b/gi, pick: () => 'pexels' },
  { pattern: /\bpixabay (?:content )?licen[sc]e\b/gi, pick: () => 'pixabay' },
  {
    pattern:
      /(?:\bgnu free documentation licen[sc]e|\b(?:gnu )?(?<![\w-])gfdl)(?:[\s,(-]*(?:version|v\.?|gfdl|\)))*[\s,-]*(?<version>\d\.\d)?(?:-(?:only|or-later))?/gi,
    pick: editioned('gfdl', ['1.2', '1.3']),
  },
  {
    pattern:
      /(?:\bfree art licen[sc]e|\blicence art libre|\b(?<![\w-])(?:fal|lal)(?=[\s-]\d))(?:[\s,(-]*(?:version|v\.?))*[\s,-]*(?<version>\d\.\d)?/gi,
    pick: editioned('fal', ['1.3']),
  },
  { pattern: /\bno known copyright restrictions?\b/gi, pick: () => 'no-known-restrictions' },
  { pattern: /\b(?:united states|u\.?s\.?)[\s-](?:federal )?government work\b/gi, pick: () => 'us-gov' },
  { pattern: /\bpublic domain\b(?! (?:mark|dedication))/gi, pick: () => 'public-domain' },
];

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
  for (const { pattern, pick } of fixed)
    for (const match of text.matchAll(pattern)) add(found(match, licenseById(pick(match))));
  for (const pattern of [reversedPattern(), shortPattern(), longPattern(), bareShortPattern()])
    for (const match of text.matchAll(pattern)) {
      const groups = match.groups ?? {};
      if (!isPlainWord(match, groups)) add(found(match, ccFrom(groups)));
    }
  return all;
};
