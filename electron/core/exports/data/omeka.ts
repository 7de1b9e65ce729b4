import { textFile, type ExportFile } from '../exporter.ts';
import { summaryText } from '../text/quotation.ts';
import type { Publication } from '../publication-types.ts';
import { typeName } from '../site/words.ts';
import { rightsAddress } from './collection-builder.ts';
import { toCsv } from './csv.ts';
import { identifierText } from './identifier-text.ts';
import { dataEntries, topicPath, type DataEntry } from './entries.ts';

type Cell = (entry: DataEntry) => string | null;

/** Dublin Core terms as the CSV Import module of Omeka S maps them by name. Several values are parted by `;`. */
const columns: readonly (readonly [name: string, cell: Cell])[] = [
  ['dcterms:title', ({ entry }) => entry.resource.title],
  ['dcterms:creator', ({ entry }) => entry.resource.creators.join(';')],
  ['dcterms:description', ({ entry }) => summaryText(entry)],
  ['dcterms:subject', ({ entry }) => entry.resource.subjects.join(';')],
  ['dcterms:publisher', ({ entry }) => entry.resource.publisher],
  ['dcterms:issued', ({ entry }) => entry.resource.publishedOn],
  ['dcterms:modified', ({ entry }) => entry.resource.modifiedOn],
  ['dcterms:type', ({ entry }) => typeName(entry.type)],
  ['dcterms:identifier', ({ entry }) => entry.resource.identifiers.map(identifierText).join(';')],
  ['dcterms:language', ({ entry }) => entry.resource.language],
  ['dcterms:audience', ({ entry }) => entry.resource.audience],
  ['dcterms:accessRights', ({ entry }) => entry.resource.accessNote],
  ['dcterms:rights', ({ entry }) => entry.resource.rights],
  ['dcterms:license', ({ entry }) => rightsAddress(entry)],
  ['bibo:uri', ({ entry }) => entry.resource.url],
  ['dcterms:isPartOf', ({ topic, section }) => [...topicPath(topic), section.title].join(' > ')],
];

/** A table for the CSV Import of Omeka S. */
export const omekaFile = (publication: Publication): readonly ExportFile[] => [
  textFile('omeka.csv', () =>
    toCsv({
      columns: columns.map(([name]) => name),
      rows: dataEntries(publication).map((one) => columns.map(([, cell]) => cell(one) ?? '')),
    }),
  ),
];
