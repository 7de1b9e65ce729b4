import type { Origin } from '#shared/model/credit.ts';
import { decodeByteString, decodeLegacy, tidy } from './decode-text.ts';
import { rdfNodes, rdfValues, rdfValuesInside } from './rdf.ts';
import { childElements, namespaces, textOf, type XmlElement } from './xml-tree.ts';

/** What one schema inside a file says, in its own words. An absent key and an empty text both mean nothing is said. */
export type Statement = {
  readonly origin: Origin;
  readonly title?: string;
  readonly creator?: string;
  readonly creatorUrl?: string;
  readonly sourceUrl?: string;
  /** `cc:license`. */
  readonly license?: string;
  /** `xmpRights:WebStatement`: a page about the rights, a license's own or the owner's. */
  readonly webStatement?: string;
  readonly usageTerms?: string;
  readonly licensorUrl?: string;
  readonly copyrightNotice?: string;
  readonly creditLine?: string;
  readonly alt?: string;
};

const first = (texts: readonly string[]) => texts.map(tidy).find((text) => text !== '') ?? '';
const joined = (texts: readonly string[]) =>
  [...new Set(texts.map(tidy))].filter((text) => text !== '').join('; ');
const firstAddress = (texts: readonly string[]) =>
  first(texts.filter((text) => /^\s*https?:\/\//i.test(text)));

const { cc, ccOld, dc, dcterms, photoshop, plus, xmpRights, Iptc4xmpCore } = namespaces;

/** The rights in XMP or in the RDF of an SVG (IPTC Photo Metadata Standard; Creative Commons in XMP). */
export const fromRdf = (root: XmlElement, origin: 'xmp' | 'svg'): Statement => {
  const nodes = rdfNodes(root);
  const values = (uri: string, local: string) => rdfValues(nodes, uri, local);
  const creators = values(dc, 'creator');
  return {
    origin,
    title: first(values(dc, 'title')),
    creator: joined(creators.some((name) => name.trim() !== '') ? creators : values(cc, 'attributionName')),
    creatorUrl: firstAddress(values(cc, 'attributionURL')),
    sourceUrl: firstAddress([...values(dc, 'source'), ...values(photoshop, 'Source')]),
    license: first([...values(cc, 'license'), ...values(ccOld, 'license'), ...values(dcterms, 'license')]),
    webStatement: first(values(xmpRights, 'WebStatement')),
    usageTerms: first(values(xmpRights, 'UsageTerms')),
    licensorUrl: firstAddress(rdfValuesInside(nodes, plus, 'LicensorURL')),
    copyrightNotice: first(values(dc, 'rights')),
    creditLine: first(values(photoshop, 'Credit')),
    alt: first(values(Iptc4xmpCore, 'AltTextAccessibility')),
  };
};

/** An SVG's own `<title>`, of the whole drawing. */
export const fromSvgTitle = (root: XmlElement): Statement => {
  const title = childElements(root).find(({ uri, local }) => uri === namespaces.svg && local === 'title');
  return { origin: 'svg', title: title ? tidy(textOf(title)) : '' };
};

type Tags = Readonly<Record<string, unknown>>;
type Tag = { readonly value?: unknown };

const asTags = (found: unknown): Tag[] => {
  if (found === undefined || found === null) return [];
  return Array.isArray(found) ? (found as Tag[]) : [found];
};

const isBytes = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((byte) => typeof byte === 'number');

/** IPTC-IIM: object name 2:05, by-line 2:80, credit 2:110, copyright notice 2:116. */
export const fromIptc = (tags: Tags): Statement => {
  const values = (name: string) =>
    asTags(tags[name]).flatMap(({ value }) => (isBytes(value) ? [decodeLegacy(Uint8Array.from(value))] : []));
  return {
    origin: 'iptc',
    title: first(values('Object Name')),
    creator: joined(values('By-line')),
    creditLine: first(values('Credit')),
    copyrightNotice: first(values('Copyright Notice')),
  };
};

/** Exif: Artist and Copyright; the latter may hold the photographer's and the editor's, parted by a NUL (§4.6.5). */
export const fromExif = (tags: Tags): Statement => {
  const values = (name: string) =>
    asTags(tags[name])
      .flatMap(({ value }) => (Array.isArray(value) ? (value as unknown[]) : [value]))
      .filter((text) => typeof text === 'string')
      .map(decodeByteString);
  return { origin: 'exif', creator: joined(values('Artist')), copyrightNotice: joined(values('Copyright')) };
};

/** PNG's predefined keywords (PNG third edition §11.3.3.2). */
export const fromPngText = (tags: Tags): Statement => {
  const value = (keyword: string) => {
    const name = Object.keys(tags).find((key) => key.toLowerCase() === keyword);
    const texts = name === undefined ? [] : asTags(tags[name]).map((tag) => tag.value);
    return first(texts.filter((text) => typeof text === 'string').map(decodeByteString));
  };
  return {
    origin: 'png-text',
    title: value('title'),
    creator: value('author'),
    copyrightNotice: value('copyright'),
  };
};
