import { SaxesParser, type SaxesTagNS } from 'saxes';

/** An attribute with its namespace; `uri` is empty for one without a prefix. */
export type XmlAttribute = { readonly uri: string; readonly local: string; readonly value: string };

export type XmlElement = {
  readonly uri: string;
  readonly local: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly (XmlElement | string)[];
};

/** Namespaces this program knows, by the prefix it writes them with. */
export const namespaces = {
  svg: 'http://www.w3.org/2000/svg',
  xlink: 'http://www.w3.org/1999/xlink',
  xml: 'http://www.w3.org/XML/1998/namespace',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  cc: 'http://creativecommons.org/ns#',
  /** Creative Commons' older namespace, which Inkscape wrote until 0.46. */
  ccOld: 'http://web.resource.org/cc/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  plus: 'http://ns.useplus.org/ldf/xmp/1.0/',
  Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  x: 'adobe:ns:meta/',
} as const;

const most = {
  depth: 256,
  elements: 200_000,
  characters: 40_000_000,
  entities: 64,
  entityLength: 300,
} as const;

/** Errors that real files have and that do no harm: the name or entity is simply not one we know. */
const isHarmless = (error: Error) => /unbound namespace prefix|undefined entity/.test(error.message);

/**
 * Illustrator declares its namespaces as entities. Such plain text is taken; entities that name others, files or
 * parameters are not, so nothing can be fetched or multiplied.
 */
const plainEntities = (doctype: string): (readonly [string, string])[] =>
  [...doctype.matchAll(/<!ENTITY\s+([\w.-]+)\s+(?:"([^"&%<]*)"|'([^'&%<]*)')\s*>/g)]
    .slice(0, most.entities)
    .map((match) => [match[1] ?? '', (match[2] ?? match[3] ?? '').slice(0, most.entityLength)] as const);

type Open = { uri: string; local: string; attributes: XmlAttribute[]; children: (XmlElement | string)[] };

const toOpen = (tag: SaxesTagNS): Open => ({
  uri: tag.uri,
  local: tag.local,
  attributes: Object.values(tag.attributes)
    .filter(({ name, prefix }) => name !== 'xmlns' && prefix !== 'xmlns')
    .map(({ uri, local, value }) => ({ uri, local, value })),
  children: [],
});

/**
 * Parses XML into a plain tree, and throws on what is not well-formed or beyond its limits. Comments and processing
 * instructions are dropped; nothing outside the text is ever read.
 */
export const parseXml = (source: string): XmlElement => {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const root: Open = { uri: '', local: '', attributes: [], children: [] };
  const stack: Open[] = [root];
  let elements = 0;
  let characters = 0;
  const top = () => stack.at(-1) ?? root;
  const addText = (text: string) => {
    characters += text.length;
    if (characters > most.characters) throw new Error('too much text');
    if (stack.length > 1) top().children.push(text);
  };
  parser.on('error', (error) => {
    if (!isHarmless(error)) throw error;
  });
  parser.on('doctype', (doctype) => {
    for (const [name, text] of plainEntities(doctype)) parser.ENTITIES[name] = text;
  });
  parser.on('opentag', (tag) => {
    const open = toOpen(tag);
    elements += 1;
    for (const { value } of open.attributes) characters += value.length;
    if (elements > most.elements || stack.length > most.depth || characters > most.characters) {
      throw new Error('too many elements');
    }
    top().children.push(open);
    stack.push(open);
  });
  parser.on('closetag', () => stack.pop());
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(source).close();
  const [element] = childElements(root);
  if (!element) throw new Error('no root element');
  return element;
};

/** The elements directly inside. */
export const childElements = (element: XmlElement): XmlElement[] =>
  element.children.filter((child) => typeof child !== 'string');

/** All text inside, in order. */
export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

/** The attribute's value, or null. */
export const attributeOf = (element: XmlElement, uri: string, local: string): string | null =>
  element.attributes.find((attribute) => attribute.uri === uri && attribute.local === local)?.value ?? null;

/** The first element of that name anywhere inside, the element itself included. */
export const findElement = (element: XmlElement, uri: string, local: string): XmlElement | null => {
  if (element.uri === uri && element.local === local) return element;
  for (const child of childElements(element)) {
    const found = findElement(child, uri, local);
    if (found) return found;
  }
  return null;
};

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// oxlint-disable-next-line no-control-regex -- these are the characters that XML 1.0 §2.2 forbids
const forbidden = /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as it may stand in XML, in an element or an attribute; characters XML has no place for are dropped. */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(forbidden, '')
    .replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '');
