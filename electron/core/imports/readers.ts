import { refusal } from '#core/refusal.ts';
import type { BesideFiles, ImportSource, Reader } from './reader.ts';
import { feedReader } from './readers/feeds/feed-reader.ts';
import { jsonFeedReader } from './readers/feeds/json-feed-reader.ts';
import {
  firefoxReader,
  netscapeReader,
  omnivoreReader,
  pinboardReader,
  pocketReader,
} from './readers/bookmarks/bookmark-readers.ts';
import { opmlReader } from './readers/feeds/opml-reader.ts';
import { carrelJsonLdReader } from './readers/carrel/json-ld-reader.ts';
import { carrelJsonReader } from './readers/carrel/json-reader.ts';
import { htmlPageReader, linksReader, markdownReader } from './readers/html/page-reader.ts';
import { crateReader } from './readers/json/crate-reader.ts';
import { iiifReader } from './readers/json/iiif-reader.ts';
import { libguidesJsonReader } from './readers/json/libguides-json-reader.ts';
import { libguidesXmlReader } from './readers/json/libguides-xml-reader.ts';
import { omekaReader } from './readers/json/omeka-reader.ts';
import { createFolderReader } from './readers/packages/folder-reader.ts';
import type { Find } from './readers/packages/members.ts';
import { arePages } from './readers/packages/read-pages.ts';
import { createZipReader } from './readers/packages/zip-reader.ts';
import { bibtexReader } from './readers/references/bibtex-reader.ts';
import { cslReader } from './readers/references/csl-reader.ts';
import { rdfReader } from './readers/references/rdf-reader.ts';
import { risReader } from './readers/references/ris-reader.ts';
import { odsReader } from './tables/ods-reader.ts';
import { tableReader } from './tables/table-reader.ts';
import { xlsxReader } from './tables/xlsx-reader.ts';

/** Every reader there is. The order does not matter: the surest takes the file. */
export const readers: readonly Reader[] = [
  tableReader,
  xlsxReader,
  odsReader,
  netscapeReader,
  firefoxReader,
  pocketReader,
  omnivoreReader,
  pinboardReader,
  risReader,
  bibtexReader,
  cslReader,
  rdfReader,
  feedReader,
  jsonFeedReader,
  opmlReader,
  htmlPageReader,
  markdownReader,
  linksReader,
  libguidesJsonReader,
  libguidesXmlReader,
  omekaReader,
  iiifReader,
  crateReader,
  carrelJsonReader,
  carrelJsonLdReader,
  // What is in a ZIP is for another of these to read.
  createZipReader(Object.assign((source: ImportSource) => findSurest(source), { markdown: markdownReader })),
];

type Sure = { readonly reader: Reader; readonly sure: number };

const findSurest = (source: ImportSource): Sure | null => {
  let best: Sure | null = null;
  for (const reader of readers) {
    const sure = reader.recognise(source);
    if (sure > (best?.sure ?? 0)) best = { reader, sure };
  }
  return best;
};

const find: Find = Object.assign(findSurest, { markdown: markdownReader });

/** Whether files are a site that Carrel wrote or a Markdown folder, to be read as a whole. */
export const isFolderOfPages = (files: BesideFiles): Promise<boolean> => arePages(files, find);

/** Reads a folder whose files lie beside an empty source, as a ZIP of them would be. */
export const folderReader: Reader = createFolderReader(find);

/** The reader that is surest of a source, or null when none is. */
export const findReader = (source: ImportSource): Reader | null => findSurest(source)?.reader ?? null;

/** As `findReader`, but `file-format` when no reader knows the file. */
export const requireReader = (source: ImportSource): Reader => {
  const reader = findReader(source);
  if (reader !== null) return reader;
  // Says more than "not recognized" where it can: an empty file, a PDF, an old spreadsheet.
  source.text();
  throw refusal('file-format', 'import-not-recognized', { name: source.fileName });
};
