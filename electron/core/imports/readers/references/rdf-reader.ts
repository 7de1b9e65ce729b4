import { refusal } from '#core/refusal.ts';
import { toTitle } from '../../folder-path.ts';
import type { CandidateTopic, ImportSource, Reader } from '../../reader.ts';
import type { Found } from '../found.ts';
import { gather } from '../gather.ts';
import { parseLooseXml } from '../loose-xml.ts';
import { htmlToMarkdown } from '../html/html-to-markdown.ts';
import { readRdf, valuesOf, type RdfGraph, type RdfNode } from './rdf-graph.ts';
import { addTo } from '../../add-to.ts';
import { toFound, type Reference } from './reference.ts';
import { typeOfReference } from './reference-types.ts';

/** Properties by what they are called here; the others keep their own names. */
const names: Readonly<Record<string, string>> = {
  'z:itemType': 'type',
  'dc:title': 'title',
  'dcterms:title': 'title',
  'schema:name': 'title',
  'schema:headline': 'title',
  'z:shortTitle': 'title-short',
  'dcterms:abstract': 'abstract',
  'schema:description': 'abstract',
  'dc:description': 'note',
  'dcterms:description': 'note',
  'dc:date': 'issued',
  'dcterms:date': 'issued',
  'dcterms:issued': 'issued',
  'schema:datePublished': 'issued',
  'dcterms:dateSubmitted': 'accessed',
  'dc:subject': 'subject',
  'dcterms:subject': 'subject',
  'schema:about': 'subject',
  'schema:keywords': 'keyword',
  'dc:publisher': 'publisher',
  'dcterms:publisher': 'publisher',
  'schema:publisher': 'publisher',
  'z:language': 'language',
  'dc:language': 'language',
  'dcterms:language': 'language',
  'schema:inLanguage': 'language',
  'dc:rights': 'rights',
  'dcterms:rights': 'rights',
  'dcterms:license': 'rights',
  'bibo:isbn10': 'ISBN',
  'bibo:isbn13': 'ISBN',
  'bibo:isbn': 'ISBN',
  'schema:isbn': 'ISBN',
  'bibo:issn': 'ISSN',
  'schema:issn': 'ISSN',
  'bibo:doi': 'DOI',
  'bibo:uri': 'URL',
  'schema:url': 'URL',
  'schema:sameAs': 'URL',
  'bib:pages': 'page',
  'prism:volume': 'volume',
  'prism:number': 'issue',
  'prism:edition': 'edition',
};

const creatorNames = new Map([
  ['bib:authors', 'author'],
  ['dc:creator', 'author'],
  ['dcterms:creator', 'author'],
  ['schema:author', 'author'],
  ['schema:creator', 'author'],
  ['bib:editors', 'editor'],
  ['schema:editor', 'editor'],
  ['bib:contributors', 'contributor'],
  ['z:translators', 'translator'],
  ['z:directors', 'author'],
  ['z:presenters', 'author'],
  ['z:podcasters', 'author'],
  ['z:artists', 'author'],
]);

const first = (node: RdfNode, ...keys: readonly string[]): string =>
  keys.map((key) => node.values.get(key)?.[0] ?? '').find((text) => text !== '') ?? '';

/** The words for a value: a person's or a body's name, a term's label, a title; else the value itself. */
const label = (graph: RdfGraph, value: string): string => {
  const node = graph.get(value);
  if (node === undefined) return value;
  const family = first(node, 'foaf:surname', 'foaf:familyName', 'foaf:lastName', 'schema:familyName');
  const given = first(node, 'foaf:givenName', 'foaf:givenname', 'foaf:firstName', 'schema:givenName');
  if (family !== '') return given === '' ? family : `${family}, ${given}`;
  return (
    first(node, 'foaf:name', 'rdf:value', 'schema:name', 'dc:title', 'dcterms:title', 'vcard:locality') ||
    value
  );
};

/** Codes of languages as addresses of the Library of Congress end in the code. */
const languageCode = (value: string): string => /\/iso639-[12]\/(\w{2,3})$/.exec(value)?.[1] ?? value;

/** `ISBN 1-4214-0283-1`, `DOI 10…`, `(OCoLC)888461076`, a link, or any other. */
const readIdentifier = (value: string): readonly [string, string] => {
  const text = value.trim();
  const named = /^(ISBN|ISSN|DOI)[:\s]+(.*)$/is.exec(text);
  if (named) return [named[1]?.toUpperCase() ?? '', named[2] ?? ''];
  if (/^\(OCoLC\)/i.test(text)) return ['OCLC', text];
  if (/^https?:\/\//i.test(text)) return ['URL', text];
  return [/^10\.\d{4,9}\/\S+$/.test(text) ? 'DOI' : 'identifier', text];
};

type Add = (name: string, text: string) => void;

const containers = ['dcterms:isPartOf', 'schema:isPartOf'];

const addContainerValue = (graph: RdfGraph, name: string, text: string, add: Add): void => {
  const known = names[name];
  if (known === 'title') add('container-title', text);
  else if (name === 'dc:identifier') add(...readIdentifier(text));
  else if (known !== 'type') add(known ?? name, known === undefined ? label(graph, text) : text);
};

/** What a record takes from the journal, issue or book it stands in. */
const readContainer = (graph: RdfGraph, value: string, add: Add): void => {
  let at: string | undefined = value;
  for (let depth = 0; at !== undefined && depth < 4; depth += 1) {
    const node = graph.get(at);
    if (node === undefined) {
      if (!/^(?:#|_:)/.test(at)) add('container-title', at);
      return;
    }
    for (const [name, values] of node.values) {
      if (containers.includes(name)) continue;
      for (const text of values) addContainerValue(graph, name, text, add);
    }
    at = containers.map((name) => node.values.get(name)?.[0]).find((one) => one !== undefined);
  }
};

const htmlText = (text: string): string => (/<\w+[^>]*>/.test(text) ? htmlToMarkdown(text) : text);

const readMemos = (graph: RdfGraph, node: RdfNode): string[] =>
  (node.values.get('dcterms:isReferencedBy') ?? []).flatMap((id) => {
    const memo = graph.get(id);
    return memo?.types.includes('bib:Memo') === true ? [htmlText(first(memo, 'rdf:value'))] : [];
  });

const structural = new Set(['dc:relation', 'dcterms:isReferencedBy', 'rdf:type', 'link:link']);

const addValue = (graph: RdfGraph, name: string, value: string, add: Add): void => {
  const role = creatorNames.get(name);
  if (role !== undefined) add(role, label(graph, value));
  else if (containers.includes(name)) readContainer(graph, value, add);
  else if (/^(?:dc|dcterms):identifier$/.test(name)) add(...readIdentifier(value));
  else if (names[name] === 'language') add('language', languageCode(value));
  else add(names[name] ?? name, label(graph, value));
};

const toReference = (graph: RdfGraph, node: RdfNode): Reference => {
  const reference = new Map<string, string[]>();
  const add: Add = (name, text) => {
    if (text.trim() !== '') addTo(reference, name, text);
  };
  if (!node.values.has('z:itemType')) for (const type of node.types) add('type', type.replace(/^\w+:/, ''));
  for (const name of node.values.keys()) {
    if (structural.has(name)) continue;
    for (const value of valuesOf(graph, node, name)) addValue(graph, name, value, add);
  }
  for (const memo of readMemos(graph, node)) add('note', memo);
  const isPage = node.types.includes('bib:Document') && /^https?:\/\//i.test(node.id);
  if (isPage && !reference.has('URL')) add('URL', node.id);
  return reference;
};

const isRecord = (graph: RdfGraph, node: RdfNode, parts: ReadonlySet<string>): boolean => {
  if (node.types.some((type) => /^(?:z:Collection|z:Attachment|z:UserItem|bib:Memo)$/.test(type)))
    return false;
  if (node.values.has('z:itemType')) return first(node, 'z:itemType') !== 'attachment';
  if (parts.has(node.id)) return false;
  const isTyped = node.types.some((type) => typeOfReference(type.replace(/^\w+:/, '')) !== null);
  return isTyped && ['dc:title', 'dcterms:title', 'schema:name'].some((name) => node.values.has(name));
};

/** The collections an item stands in, each as a path from the outermost. */
const readCollections = (graph: RdfGraph) => {
  const collections = [...graph.values()].filter(({ types }) => types.includes('z:Collection'));
  const parents = new Map<string, string>();
  for (const collection of collections) {
    for (const part of collection.values.get('dcterms:hasPart') ?? []) {
      if (graph.get(part)?.types.includes('z:Collection') === true) parents.set(part, collection.id);
    }
  }
  const pathOf = (id: string): string[] => {
    const path: string[] = [];
    for (let at: string | undefined = id; at !== undefined && path.length < 20; at = parents.get(at)) {
      const node = graph.get(at);
      path.unshift(toTitle(node === undefined ? '' : first(node, 'dc:title')) || 'Collection');
    }
    return path;
  };
  const topics: CandidateTopic[] = collections.map(({ id }) => ({ path: pathOf(id), description: '' }));
  const places = new Map<string, string[][]>();
  for (const collection of collections) {
    for (const part of collection.values.get('dcterms:hasPart') ?? []) {
      if (graph.get(part)?.types.includes('z:Collection') === true) continue;
      addTo(places, part, pathOf(collection.id));
    }
  }
  return { topics, places };
};

/** An item in several collections comes once for each, as two places of one resource. */
const inEachPlace = (found: Found, places: readonly string[][]): Found[] =>
  places.length === 0 ? [found] : places.map((path) => ({ ...structuredClone(found), path }));

const looksLikeRdf = ({ head }: ImportSource): number => {
  if (!/<rdf:RDF[\s>]/.test(head) || /purl\.org\/rss\/1\.0\/["']/.test(head)) return 0;
  if (/zotero\.org\/namespaces\/export#|purl\.org\/net\/biblio#/.test(head)) return 1;
  return /purl\.org\/ontology\/bibo|schema\.org|purl\.org\/dc\//.test(head) ? 0.7 : 0.3;
};

/** RDF as Zotero writes it, and its likes: collections become topics, notes of items stay with them. */
export const rdfReader: Reader = {
  formats: ['zotero-rdf'],
  recognise: looksLikeRdf,
  read: async (source, work) => {
    const { text, encoding } = source.text();
    const graph = readRdf(parseLooseXml(text));
    const parts = new Set(
      [...graph.values()].flatMap(({ values }) => containers.flatMap((name) => values.get(name) ?? [])),
    );
    const nodes = [...graph.values()].filter((node) => isRecord(graph, node, parts));
    if (nodes.length === 0) throw refusal('file-format', 'import-nothing-inside', { format: 'RDF' });
    const { topics, places } = readCollections(graph);
    const found = nodes.flatMap((node) =>
      inEachPlace(toFound(toReference(graph, node)), places.get(node.id) ?? []),
    );
    const memos = [...graph.values()].filter(({ types }) => types.includes('bib:Memo'));
    const made = await gather(found, (one) => one, work);
    const referenced = new Set(
      [...graph.values()].flatMap(({ values }) => values.get('dcterms:isReferencedBy') ?? []),
    );
    const loose = memos
      .filter(({ id }) => !referenced.has(id))
      .map((memo) => ({
        row: 0,
        title: first(memo, 'rdf:value'),
        reason: 'note-alone' as const,
        values: {},
      }));
    return {
      format: 'zotero-rdf',
      title: null,
      topics,
      candidates: made.candidates,
      problems: [...made.problems, ...loose],
      about: { encoding },
      questions: [],
    };
  },
};
