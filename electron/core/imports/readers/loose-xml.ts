import { DomUtils, Parser, parseDocument } from 'htmlparser2';
import { refusal } from '#core/refusal.ts';

/** An element. `name` is its local name, behind a prefix that is the same whatever prefix the file uses. */
export type LooseElement = {
  readonly name: string;
  /** By name as elements are named; those without a prefix by their small letters. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (LooseElement | string)[];
};

/** Prefixes under which this program knows vocabularies, by how their addresses begin. Empty: no prefix. */
const prefixes: readonly (readonly [string, string])[] = [
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
  ['http://www.w3.org/2005/atom', ''],
  ['http://purl.org/atom/', ''],
  ['http://purl.org/rss/1.0/modules/content', 'content'],
  ['http://purl.org/rss/1.0/modules/link', 'link'],
  ['http://purl.org/rss/1.0/', ''],
  ['http://channel.netscape.com/rdf/', ''],
  ['http://my.netscape.com/', ''],
  ['http://backend.userland.com/', ''],
  ['http://purl.org/dc/elements/1.', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://www.itunes.com/dtds/', 'itunes'],
  ['http://www.zotero.org/namespaces/export#', 'z'],
  ['http://purl.org/net/biblio#', 'bib'],
  ['http://purl.org/ontology/bibo/', 'bibo'],
  ['http://prismstandard.org/namespaces/', 'prism'],
  ['http://xmlns.com/foaf/0.1/', 'foaf'],
  ['http://schema.org/', 'schema'],
  ['https://schema.org/', 'schema'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://nwalsh.com/rdf/vcard#', 'vcard'],
  ['http://www.w3.org/xml/1998/namespace', 'xml'],
];

const most = { depth: 200, elements: 500_000 } as const;

type Open = { name: string; attributes: Map<string, string>; children: (LooseElement | string)[] };
/** The prefixes that an element declares, and where to look for the others. */
type Scope = { readonly own: ReadonlyMap<string, string>; readonly outer: Scope | null };

const prefixOf = (uri: string, own: string): string =>
  prefixes.find(([start]) => uri.toLowerCase().startsWith(start))?.[1] ?? own;

const scopeOf = (attributes: Readonly<Record<string, string>>, outer: Scope): Scope => {
  const declared = Object.entries(attributes).filter(
    ([name]) => name === 'xmlns' || name.startsWith('xmlns:'),
  );
  if (declared.length === 0) return outer;
  const own = declared.map(([name, uri]) => [name.slice(6), prefixOf(uri.trim(), name.slice(6))] as const);
  return { own: new Map(own), outer };
};

const prefixIn = (scope: Scope, prefix: string): string => {
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    const known = at.own.get(prefix);
    if (known !== undefined) return known;
  }
  return prefix;
};

const nameIn = (raw: string, scope: Scope): string => {
  const cut = raw.indexOf(':');
  const [own, local] = cut < 0 ? ['', raw] : [raw.slice(0, cut), raw.slice(cut + 1)];
  const prefix = prefixIn(scope, own);
  return prefix === '' ? local : `${prefix}:${local}`;
};

const known = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

const decode = (reference: string): string => DomUtils.textContent(parseDocument(reference).children);

const decodeNames = (text: string): string =>
  text.replaceAll(/&([a-zA-Z][a-zA-Z0-9]{1,31});/g, (whole, name: string) =>
    known.has(name) ? whole : decode(whole).replace(/^&/, '&amp;'),
  );

const [sectionStart, sectionEnd] = ['<![CDATA[', ']]>'];

/**
 * Feeds use HTML's names for characters, which XML does not know. Names that nobody knows stay as text, and so does
 * everything in CDATA sections.
 */
const withCharacters = (source: string): string => {
  const parts: string[] = [];
  let at = 0;
  while (at < source.length) {
    const start = source.indexOf(sectionStart, at);
    const end = start < 0 ? -1 : source.indexOf(sectionEnd, start);
    // One that is not closed is none; and then no later one is closed.
    if (end < 0) break;
    parts.push(decodeNames(source.slice(at, start)), source.slice(start, end));
    at = end;
  }
  return [...parts, decodeNames(source.slice(at))].join('');
};

/**
 * Parses XML as leniently as browsers read HTML: what is not closed is closed, what is not known is text. Nothing
 * outside the text is read, no entity is expanded but those for single characters, and depth and size are bounded.
 */
export const parseLooseXml = (source: string): LooseElement => {
  const root: Open = { name: '', attributes: new Map(), children: [] };
  const stack: { readonly element: Open; readonly scope: Scope }[] = [];
  let elements = 0;
  const outermost = { element: root, scope: { own: new Map<string, string>(), outer: null } };
  const top = () => stack.at(-1) ?? outermost;
  const parser = new Parser(
    {
      onopentag: (raw, attributes) => {
        elements += 1;
        if (elements > most.elements || stack.length > most.depth)
          throw refusal('file-format', 'import-too-deep');
        const scope = scopeOf(attributes, top().scope);
        const element: Open = { name: nameIn(raw, scope), attributes: new Map(), children: [] };
        for (const [name, value] of Object.entries(attributes)) {
          element.attributes.set(name.includes(':') ? nameIn(name, scope) : name.toLowerCase(), value);
        }
        top().element.children.push(element);
        stack.push({ element, scope });
      },
      onclosetag: () => {
        stack.pop();
      },
      ontext: (text) => {
        if (stack.length > 0) top().element.children.push(text);
      },
    },
    { xmlMode: true, recognizeSelfClosing: true },
  );
  parser.write(withCharacters(source));
  parser.end();
  return root;
};

/** The elements directly inside, or those of one name. */
export const childrenOf = (element: LooseElement, name?: string): LooseElement[] =>
  element.children.filter(
    (child): child is LooseElement =>
      typeof child !== 'string' && (name === undefined || child.name === name),
  );

/** All text inside. */
export const textOf = (element: LooseElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

/** The text of the first child of one of these names that has any; empty when there is none. */
export const childText = (element: LooseElement, ...names: readonly string[]): string => {
  for (const name of names) {
    for (const child of childrenOf(element, name)) {
      const text = textOf(child).trim();
      if (text !== '') return text;
    }
  }
  return '';
};

/** Every element of that name inside, in order; not those inside of one found. */
export const findAll = (element: LooseElement, name: string): LooseElement[] =>
  childrenOf(element).flatMap((child) => (child.name === name ? [child] : findAll(child, name)));
