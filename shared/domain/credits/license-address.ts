import { ccData, otherData } from './license-data.ts';
import { allLicenses, licenseById } from './licenses.ts';
import type { License } from './license.ts';

/** What an address says: the entry, or null when it is an address of a license site that leads to no entry. */
export type FoundAddress = { readonly start: number; readonly end: number; readonly license: License | null };

// An address counts only where it begins a word (or stands inside a web archive's): not as the tail of another host or in a query.
const notInside = String.raw`(?<![\w.@/=&?%#-])`;
const start = String.raw`${notInside}(?:https?:/{0,3}|(?<!:)//)?(?:(?:www\d?|web|m|i)\.)?`;
const archived = String.raw`${notInside}(?:https?://)?(?:web\.archive\.org/web/[\w*]+/)(?:https?:/{1,3})?(?:www\.)?`;
const rest = String.raw`[^\s<>"'“”‘’{}|\\^\x60\]]*`;
const hosts = String.raw`(?:creativecommons\.org|licensebuttons\.net|rightsstatements\.org|unsplash\.com|pexels\.com|pixabay\.com|flickr\.com|usa\.gov|gnu\.org|artlibre\.org)`;
const addressPattern = () => new RegExp(`(?:${archived}|${start})(${hosts})(?::\\d+)?(/+${rest})`, 'gi');

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Folder names of the address, without what does not choose the license: query, fragment, page, language. */
const segmentsOf = (path: string): string[] =>
  decode((path.split(/[?#]/)[0] ?? '').replace(/[).,;:!*]+$/, ''))
    .split('/')
    .filter((part) => part !== '');

const isPage = (segment: string): boolean =>
  /^(?:deed|legalcode|rdf|index|legalcode-plain)(?:[._-][\w-]+)*$/i.test(segment) ||
  /\.(?:png|svg|gif|html?|txt)$/i.test(segment);

const families = new Map(
  [...Object.keys(ccData.families), ...Object.keys(ccData.retired)].map((name) => [name.toLowerCase(), name]),
);

const idOfCc = (name: string, version: string, port: string | undefined): string =>
  `cc-${name.toLowerCase().replace('+', '-plus')}${version === '' ? '' : `-${version}`}${port === undefined ? '' : `-${port.toLowerCase()}`}`;

const publicDomain = (segments: readonly string[]): License | null => {
  const [kind = '', version = '1.0', extra] = segments;
  if (version !== '1.0' || extra !== undefined) return null;
  const name = kind.toLowerCase();
  if (name === 'zero' || name === 'cc0') return licenseById('cc0-1.0');
  return name === 'mark' ? licenseById('pdm-1.0') : null;
};

/** `by-nd-nc` was the order of 1.0 (and of one Japanese port); elsewhere it redirects to `by-nc-nd`. */
const spellingsOf = (family: string): readonly string[] => {
  if (family === 'by-nc-nd' || family === 'by-nd-nc') return [family, 'by-nc-nd'];
  return family === 'by-sa-nc' ? ['by-nc-sa'] : [family];
};

const ccLicense = (segments: readonly string[]): License | null => {
  const [name = '', version = '', port, extra] = segments;
  const family = name.toLowerCase().replaceAll(' ', '+');
  if (family === 'cc0' || family === 'zero' || family === 'mark') return publicDomain(segments);
  const known = families.has(family) || family === 'by-sa-nc';
  if (!known || extra !== undefined || !/^(?:\d\.\d)?$/.test(version)) return null;
  const spelled = spellingsOf(family).map((spelling) => licenseById(idOfCc(spelling, version, port)));
  return spelled.find((license) => license !== null) ?? null;
};

const fromCreativeCommons = (path: string): License | null => {
  const [area = '', ...segments] = segmentsOf(path);
  const upTo = segments.findIndex(isPage);
  const useful = (upTo < 0 ? segments : segments.slice(0, upTo)).filter((part) => part !== '');
  const kind = area.toLowerCase();
  if (/^licen[sc]es?$/.test(kind) || kind === 'l') return ccLicense(useful);
  return kind === 'publicdomain' || kind === 'p' ? publicDomain(useful) : null;
};

const fromRightsStatements = (path: string): License | null => {
  const segments = segmentsOf(path).filter((part) => !/^[a-z]{2}(?:-[a-z]{2,4})?$/i.test(part));
  const [area = '', code = '', version = '1.0', extra] = segments;
  const plain = version.replace(/\.(?:html?|json|jsonld|ttl|rdf)$/i, '');
  if (!/^(?:vocab|page|data)$/i.test(area) || plain !== '1.0' || extra !== undefined) return null;
  const license = licenseById(`rs-${code.toLowerCase().replace(/\.(?:html?|json|jsonld|ttl)$/, '')}`);
  return license?.group === 'statement' ? license : null;
};

const trimmed = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^https?:\/+/, '')
    .replace(/^www\./, '')
    .replace(/[?#].*$/, '')
    .replace(/[).,;:!]+$/, '')
    .replaceAll(/\/{2,}/g, '/')
    .replace(/\.(?:en|de|fr|es|it|ja)?\.?html?$/, '')
    .replace(/\/+$/, '');

const elsewhere = new Map<string, License>(
  allLicenses.flatMap((license) => {
    if (license.group === 'cc' || license.group === 'statement') return [];
    const also = otherData.find((entry) => entry.id === license.id)?.alsoAt ?? [];
    return [...(license.address === null ? [] : [license.address]), ...also].map((address) => [
      trimmed(address),
      license,
    ]);
  }),
);

const fromOtherSite = (host: string, path: string): License | null => {
  const address = trimmed(`${host}${path}`);
  // The site's own languages: `/de-de/license/` and `/license/de/` are that license; a photo's page is not.
  const plain = address
    .replace(/^([^/]+)\/[a-z]{2}(?:-[a-z]{2,4})?\//, '$1/')
    .replace(/\/[a-z]{2}(?:-[a-z]{2,4})?$/, '');
  return elsewhere.get(address) ?? elsewhere.get(plain) ?? null;
};

const lookUp = (host: string, path: string): License | null => {
  const site = host.toLowerCase();
  if (site === 'creativecommons.org' || site === 'licensebuttons.net') return fromCreativeCommons(path);
  return site === 'rightsstatements.org' ? fromRightsStatements(path) : fromOtherSite(site, path);
};

/** A host without a scheme behind a scheme is a part of another page's address. */
const isInsideAddress = (text: string, at: number, found: string): boolean =>
  !/^(?:https?:|\/\/)/i.test(found) && /:\/\/[^\s<>"]*$/.test(text.slice(Math.max(0, at - 300), at));

/** Every license address in a text, in order. Addresses of other pages are not listed. */
export const findLicenseAddresses = (text: string): readonly FoundAddress[] =>
  [...text.matchAll(addressPattern())].flatMap((match) => {
    const [whole, host = '', path = ''] = match;
    if (isInsideAddress(text, match.index, whole)) return [];
    const license = lookUp(host, path);
    const ofCommons = /creativecommons|licensebuttons|rightsstatements/i.test(host);
    if (license === null && !(ofCommons && /\/(?:licen[sc]es|publicdomain|vocab|page|l|p)\/+\w/i.test(path)))
      return [];
    return [{ start: match.index, end: match.index + whole.length, license }];
  });

/** The entry a single address leads to, or null. */
export const licenseAtAddress = (address: string): License | null => {
  const found = findLicenseAddresses(address.trim());
  return found.length === 1 ? (found[0]?.license ?? null) : null;
};
