import { recogniseLicense } from '#shared/domain/credits/recognise-license.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import { toSlug } from '#shared/domain/slug.ts';
import { textFile, type ExportFile } from '../exporter.ts';
import { summaryText } from '../text/quotation.ts';
import type { Publication, PublishedEntry } from '../publication-types.ts';
import { typeName } from '../site/words.ts';
import { identifierText } from './identifier-text.ts';
import { dataEntries, topicPath, type DataEntry } from './entries.ts';
import { toCsv } from './csv.ts';
import { pictureRights } from './picture-rights.ts';
import type { Table } from './table.ts';

/** The address of the license or statement that the source's own words name exactly, or nothing. */
export const rightsAddress = ({ resource }: PublishedEntry): string => {
  const found = resource.rights === null ? null : recogniseLicense(resource.rights);
  return found === null ? '' : (licenseById(found.licenseId)?.address ?? '');
};

/** Ids as CollectionBuilder takes them: lower-case words and hyphens, each once. */
const createIds = (): ((title: string) => string) => {
  const used = new Set<string>();
  return (title) => {
    const base = toSlug(title).slice(0, 60) || 'item';
    let id = base;
    for (let number = 2; used.has(id); number += 1) id = `${base}-${number}`;
    used.add(id);
    return id;
  };
};

const columns = [
  'objectid',
  'title',
  'creator',
  'date',
  'description',
  'subject',
  'publisher',
  'source',
  'identifier',
  'type',
  'language',
  'rights',
  'rightsstatement',
  'display_template',
  'object_location',
  'image_alt_text',
  'image_credit',
  'image_rights',
  'collection',
  'section',
] as const;

const pictureCells = ({ image }: PublishedEntry): readonly string[] => {
  if (image === null) return ['', '', ''];
  const { alt, credit, licenseAddress, license } = pictureRights(image);
  return [alt, credit, licenseAddress ?? license];
};

const rowOf = ({ topic, section, entry }: DataEntry, id: string): readonly string[] => {
  const { resource } = entry;
  return [
    id,
    resource.title,
    resource.creators.join('; '),
    resource.publishedOn ?? '',
    summaryText(entry),
    resource.subjects.join('; '),
    resource.publisher ?? '',
    resource.url ?? '',
    resource.identifiers.map(identifierText).join('; '),
    typeName(entry.type),
    resource.language ?? '',
    resource.rights ?? '',
    rightsAddress(entry),
    // The page that shows metadata alone: the works themselves are elsewhere.
    'record',
    resource.url ?? '',
    ...pictureCells(entry),
    topicPath(topic).join(' > '),
    section.title,
  ];
};

const table = (publication: Publication): Table => {
  const idOf = createIds();
  return {
    columns,
    rows: dataEntries(publication).map((one) => rowOf(one, idOf(one.entry.resource.title))),
  };
};

/** Metadata as CollectionBuilder-CSV expects it. */
export const collectionBuilderFile = (publication: Publication): readonly ExportFile[] => [
  textFile('metadata.csv', () => toCsv(table(publication))),
];
