import { allowedAttributes, allowedElements, textElements } from './svg-allowed.ts';
import { cleanDeclarations, cleanStyleSheet, isSafeValue } from './svg-css.ts';
import { refuseCostlySvg } from './svg-cost.ts';
import { svgSize } from './svg-size.ts';
import { decodeXml } from './decode-text.ts';
import { refuse } from './refusals.ts';
import {
  childElements,
  escapeXml,
  namespaces,
  parseXml,
  textOf,
  type XmlAttribute,
  type XmlElement,
} from './xml-tree.ts';

/** A drawing that can be shown: its new bytes and how large it is, in CSS pixels. */
export type CleanSvg = { readonly bytes: Buffer; readonly width: number; readonly height: number };

const metadataPrefixes = new Map<string, string>(
  (['rdf', 'dc', 'dcterms', 'cc', 'xmp', 'xmpRights', 'photoshop', 'plus', 'Iptc4xmpCore', 'x'] as const).map(
    (prefix) => [namespaces[prefix], prefix],
  ),
);
metadataPrefixes.set(namespaces.ccOld, 'cc');

const localReference = /^#[\w.:-]+$/;
const embeddedPicture = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*$/;

const write = (name: string, value: string) => ` ${name}="${escapeXml(value)}"`;

const cleanHref = (element: XmlElement, value: string): string => {
  const link = value.trim();
  if (element.local === 'image' ? embeddedPicture.test(link) : localReference.test(link))
    return write('xlink:href', link);
  return '';
};

const cleanStyle = (value: string): string => {
  const style = cleanDeclarations(value);
  return style === '' ? '' : write('style', style);
};

const cleanPlain = (element: XmlElement, { local, value }: XmlAttribute): string => {
  if (local === 'style') return cleanStyle(value);
  // The older spelling wins where both are there, so that one attribute is written.
  if (local === 'href') return element.attributes.some(isXlinkHref) ? '' : cleanHref(element, value);
  return allowedAttributes.has(local) && isSafeValue(value) ? write(local, value) : '';
};

const cleanAttribute = (element: XmlElement, attribute: XmlAttribute): string => {
  const { uri, local, value } = attribute;
  if (uri === '') return cleanPlain(element, attribute);
  if (uri === namespaces.xlink) return local === 'href' ? cleanHref(element, value) : '';
  return uri === namespaces.xml && (local === 'space' || local === 'lang')
    ? write(`xml:${local}`, value)
    : '';
};

const isXlinkHref = ({ uri, local }: XmlAttribute) => uri === namespaces.xlink && local === 'href';

const cleanText = (element: XmlElement, text: string) =>
  textElements.has(element.local) ? escapeXml(text) : '';

const cleanElement = (element: XmlElement): string => {
  if (element.uri !== namespaces.svg) return '';
  if (element.local === 'metadata') return cleanMetadata(element);
  if (!allowedElements.has(element.local)) return '';
  if (element.local === 'style') return `<style>${escapeXml(cleanStyleSheet(textOf(element)))}</style>`;
  const attributes = element.attributes.map((attribute) => cleanAttribute(element, attribute)).join('');
  return `<${element.local}${attributes}>${cleanChildren(element)}</${element.local}>`;
};

const cleanChildren = (element: XmlElement): string =>
  element.children
    .map((child) => (typeof child === 'string' ? cleanText(element, child) : cleanElement(child)))
    .join('');

/** Rights statements stay: RDF and XMP of the vocabularies we read, which no browser acts on. */
const cleanMetadata = (element: XmlElement): string => {
  const inside = childElements(element).map(cleanStatement).join('');
  return inside === '' ? '' : `<metadata>${inside}</metadata>`;
};

const cleanStatement = (element: XmlElement): string => {
  const prefix = metadataPrefixes.get(element.uri);
  if (prefix === undefined) return '';
  const attributes = element.attributes.map(({ uri, local, value }) => {
    const known = uri === namespaces.xml ? 'xml' : metadataPrefixes.get(uri);
    return known === undefined ? '' : write(`${known}:${local}`, value);
  });
  const children = element.children.map((child) =>
    typeof child === 'string' ? escapeXml(child) : cleanStatement(child),
  );
  return `<${prefix}:${element.local}${attributes.join('')}>${children.join('')}</${prefix}:${element.local}>`;
};

const declarations = [
  ` xmlns="${namespaces.svg}" xmlns:xlink="${namespaces.xlink}"`,
  ...[...new Set(metadataPrefixes.values())].map(
    (prefix) => ` xmlns:${prefix}="${namespaces[prefix as keyof typeof namespaces]}"`,
  ),
].join('');

const cleanRoot = (root: XmlElement): CleanSvg => {
  const size = svgSize(root);
  const attributes = root.attributes
    .filter(({ uri, local }) => !(uri === '' && (local === 'width' || local === 'height')))
    .map((attribute) => cleanAttribute(root, attribute))
    .join('');
  const viewBox = size.hasViewBox ? '' : write('viewBox', `0 0 ${size.width} ${size.height}`);
  const lengths = write('width', String(size.width)) + write('height', String(size.height));
  const ownBox = size.hasViewBox ? attributes : attributes.replace(/ viewBox="[^"]*"/, '');
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<svg${declarations}${ownBox}${viewBox}${lengths}>${cleanChildren(root)}</svg>\n`;
  return {
    bytes: Buffer.from(text),
    width: Math.max(1, Math.round(size.width)),
    height: Math.max(1, Math.round(size.height)),
  };
};

/**
 * Rewrites an SVG from an allow-list. The result has no DOCTYPE, script, event handler, animation, embedded document
 * or reference out of itself, and always says its own size. It is these bytes, not the file's own, that a library
 * keeps and hashes. Cleaning twice gives the same bytes. Refuses what is not well-formed or multiplies itself.
 */
export const cleanSvg = (bytes: Uint8Array): CleanSvg => {
  const root = parseSvg(bytes);
  if (root.uri !== namespaces.svg || root.local !== 'svg') throw refuse('image-unknown');
  refuseCostlySvg(root);
  return cleanRoot(root);
};

const parseSvg = (bytes: Uint8Array): XmlElement => {
  try {
    return parseXml(decodeXml(bytes));
  } catch (error) {
    throw refuse('svg-damaged', {}, error);
  }
};
