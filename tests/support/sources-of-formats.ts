import type { ImportFormat } from '#shared/contract/imports.ts';
import { createHash } from 'node:crypto';
import { makeWorkbook, makeZip } from './make-zip.ts';

/** What a record is to say in a source of any format. */
export type Said = { readonly title: string; readonly address: string; readonly words: string };

type Make = (said: Said, prolog: string) => string | Promise<Buffer>;

const json = (value: unknown): string => JSON.stringify(value);

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const table = ({ title, address, words }: Said): readonly (readonly string[])[] => [
  ['Title', 'URL', 'Description', 'Image'],
  [title, address, words, address],
];

const csv = (said: Said): string =>
  table(said)
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n');

const netscape = ({ title, address, words }: Said): string =>
  `<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p><DT><A HREF="${xml(address)}" ADD_DATE="1709632800">${xml(title)}</A><DD>${xml(words)}</DL>`;

const tex = (text: string): string => text.replaceAll(/[{}\\%]/g, '');

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

const workbook = (said: Said, prolog: string): Promise<Buffer> => {
  const cells = table(said).map(
    (row, at) =>
      `<row r="${at + 1}">${row.map((cell, column) => `<c r="${'ABCD'[column]}${at + 1}" t="inlineStr"><is><t>${xml(cell)}</t></is></c>`).join('')}</row>`,
  );
  return makeZip({
    'xl/workbook.xml': `${prolog}<workbook><sheets><sheet name="One" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `${prolog}<worksheet><sheetData>${cells.join('')}</sheetData></worksheet>`,
  });
};

/** A source of every format that Carrel reads, with one record. `prolog` stands at the beginning of what is XML. */
export const sourcesOfFormats: Readonly<Record<ImportFormat, Make>> = {
  csv,
  xlsx: workbook,
  ods: (said) => makeWorkbook({ One: table(said).map((row) => row.map(xml)) }),
  'bookmarks-html': netscape,
  'firefox-json': ({ title, address, words }) =>
    json({
      type: 'text/x-moz-place-container',
      title: '',
      children: [
        {
          type: 'text/x-moz-place',
          title,
          uri: address,
          annos: [{ name: 'bookmarkProperties/description', value: words }],
        },
      ],
    }),
  'pocket-html': ({ title, address }) =>
    `<title>Pocket Export</title><ul><li><a href="${xml(address)}" time_added="1709632800">${xml(title)}</a></li></ul>`,
  omnivore: ({ title, address, words }) =>
    json([{ title, url: address, description: words, labels: [], savedAt: '2024-03-05' }]),
  'pinboard-json': ({ title, address, words }) =>
    json([{ href: address, description: title, extended: words, shared: 'yes', toread: 'no' }]),
  ris: ({ title, address, words }) =>
    `TY  - JOUR\nTI  - ${title}\nUR  - ${address}\nAB  - ${words.replaceAll('\n', ' ')}\nER  - \n`,
  bibtex: ({ title, address, words }) =>
    `@book{key, title = {${tex(title)}}, url = {${tex(address)}}, abstract = {${tex(words)}}}`,
  'csl-json': ({ title, address, words }) =>
    json([{ id: 'a', type: 'book', title, URL: address, abstract: words }]),
  'zotero-rdf': ({ title, address, words }, prolog) =>
    `${prolog}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><rdf:Description rdf:about="#a"><z:itemType>book</z:itemType><dc:title>${xml(title)}</dc:title><dcterms:abstract>${xml(words)}</dcterms:abstract><dc:identifier><dcterms:URI><rdf:value>${xml(address)}</rdf:value></dcterms:URI></dc:identifier></rdf:Description></rdf:RDF>`,
  rss: ({ title, address, words }, prolog) =>
    `${prolog}<rss version="2.0"><channel><title>F</title><item><title>${xml(title)}</title><link>${xml(address)}</link><description>${xml(words)}</description></item></channel></rss>`,
  atom: ({ title, address, words }, prolog) =>
    `${prolog}<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><title>${xml(title)}</title><link href="${xml(address)}"/><content type="html">${xml(words)}</content></entry></feed>`,
  'json-feed': ({ title, address, words }) =>
    json({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'F',
      items: [{ id: '1', url: address, title, content_html: words, image: address }],
    }),
  opml: ({ title, address, words }, prolog) =>
    `${prolog}<opml version="2.0"><body><outline text="${xml(title)}" htmlUrl="${xml(address)}" description="${xml(words)}"/></body></opml>`,
  markdown: ({ title, address, words }) =>
    `# P\n\n## S\n\n- [Sound](https://sound.example.org/)\n- [${title.replaceAll(/[[\]]/g, '')}](<${address.trim()}>)\n\n  ${words.replaceAll('\n', ' ')}\n`,
  links: ({ title, address }) => `https://sound.example.org/\n${title}: ${address}\nhttps://b.example.org/\n`,
  'html-page': ({ title, address, words }) =>
    `<!doctype html><html><body><h1>P</h1><ul><li><a href="https://sound.example.org/">Sound</a></li><li><a href="${xml(address)}">${xml(title)}</a> ${words}</li></ul></body></html>`,
  'libguides-json': ({ title, address, words }) =>
    json([
      {
        id: '1',
        name: title,
        description: words,
        url: address,
        friendly_url: address,
        owner_id: '1',
        status_label: 'Published',
      },
    ]),
  'libguides-xml': ({ title, address, words }, prolog) =>
    `${prolog}<guides><guide><guide_id>1</guide_id><name>G</name><status>Published</status><pages><page><boxes><box><links><link><name>${xml(title)}</name><url>${xml(address)}</url><description_short>${xml(words)}</description_short></link></links></box></boxes></page></pages></guide></guides>`,
  'omeka-s': ({ title, address, words }) =>
    json({
      '@id': address,
      '@type': 'o:Item',
      'o:id': 1,
      'o:original_url': address,
      'dcterms:title': [{ '@value': title }],
      'dcterms:description': [{ '@value': words }],
      'dcterms:identifier': [{ '@id': address }],
    }),
  iiif: ({ title, address, words }) =>
    json({
      '@context': 'http://iiif.io/api/presentation/3/context.json',
      id: address,
      type: 'Manifest',
      label: { en: [title] },
      summary: { en: [words] },
      homepage: [{ id: address, type: 'Text', label: { en: ['x'] } }],
      thumbnail: [{ id: address, type: 'Image' }],
    }),
  'ro-crate': ({ title, address, words }) =>
    json({
      '@context': 'https://w3id.org/ro/crate/1.1/context',
      '@graph': [
        { '@id': 'ro-crate-metadata.json', '@type': 'CreativeWork', about: { '@id': './' } },
        { '@id': './', '@type': 'Dataset', name: 'A', hasPart: [{ '@id': address }] },
        { '@id': address, '@type': 'File', name: title, description: words, url: address },
      ],
    }),
  bagit: (said) => {
    const payload = csv(said);
    return makeZip({
      'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
      'manifest-md5.txt': `${md5(payload)}  data/links.csv\n`,
      'data/links.csv': payload,
    });
  },
  'carrel-json': ({ title, address, words }) =>
    json({
      format: 'carrel-publication',
      version: 1,
      topics: [
        {
          title: 'T',
          description: words,
          sections: [
            {
              title: 'S',
              entries: [{ title, url: address, summary: words, quotedFrom: { source: 'x', url: address } }],
            },
          ],
        },
      ],
      pictures: [],
    }),
  'carrel-json-ld': ({ title, address, words }) =>
    json({
      '@context': { '@vocab': 'https://schema.org/' },
      '@graph': [
        { '@id': '#publication', '@type': 'Dataset', name: 'P' },
        {
          '@id': 'urn:uuid:1',
          '@type': 'Collection',
          name: 'T',
          description: words,
          hasPart: [{ name: 'S', itemListElement: [{ item: { '@id': 'urn:uuid:2' } }] }],
        },
        {
          '@id': 'urn:uuid:2',
          '@type': 'WebPage',
          name: title,
          url: { '@id': address },
          description: words,
          image: { '@id': 'urn:sha256:1' },
        },
        { '@id': 'urn:sha256:1', '@type': 'ImageObject', contentUrl: address },
      ],
    }),
};
