import type { Image } from '#shared/model/image.ts';
import type { Identifier } from '#shared/model/resource.ts';
import type { Publication } from '../publication-types.ts';
import { typeName } from '../site/words.ts';
import { dataEntries, topicPath, type DataEntry } from './entries.ts';
import { pictureRights, type PictureRights } from './picture-rights.ts';

/** A table: its column names, then its rows, each as wide as they are many. */
export type Table = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

type Cell = (entry: DataEntry) => string | null;

const joined = (values: readonly string[]): string => values.join('; ');

const numbers =
  (scheme: Identifier['scheme']): Cell =>
  ({ entry }) =>
    joined(entry.resource.identifiers.filter((one) => one.scheme === scheme).map(({ value }) => value));

const ofImage = (image: Image | null, read: (rights: PictureRights) => string | null): string | null =>
  image === null ? null : read(pictureRights(image));

const licenseOf = ({ licenseAddress, license }: PictureRights): string => licenseAddress ?? license;

/** The columns in words that people and importers know. */
const named: readonly (readonly [name: string, cell: Cell])[] = [
  ['Title', ({ entry }) => entry.resource.title],
  ['URL', ({ entry }) => entry.resource.url],
  ['Type', ({ entry }) => typeName(entry.type)],
  ['Description', ({ entry }) => entry.summary],
  ['Quoted from', ({ entry }) => entry.quotedFrom?.source ?? null],
  ['Quoted from address', ({ entry }) => entry.quotedFrom?.url ?? null],
  ['Creators', ({ entry }) => joined(entry.resource.creators)],
  ['Publisher', ({ entry }) => entry.resource.publisher],
  ['Date published', ({ entry }) => entry.resource.publishedOn],
  ['Date added', ({ entry }) => entry.resource.addedOn],
  ['Date modified', ({ entry }) => entry.resource.modifiedOn],
  ['Date checked', ({ entry }) => entry.resource.checkedOn],
  ['Language', ({ entry }) => entry.resource.language],
  ['Subjects', ({ entry }) => joined(entry.resource.subjects)],
  ['DOI', numbers('doi')],
  ['ISBN', numbers('isbn')],
  ['ISSN', numbers('issn')],
  ['OCLC', numbers('oclc')],
  ['Identifier', numbers('other')],
  ['Audience', ({ entry }) => entry.resource.audience],
  ['Access note', ({ entry }) => entry.resource.accessNote],
  ['Rights', ({ entry }) => entry.resource.rights],
  ['Folder', ({ topic }) => topicPath(topic).join(' > ')],
  ['Section', ({ section }) => section.title],
  ['Image', ({ entry }) => entry.image?.fileName ?? null],
  ['Image alternative text', ({ entry }) => ofImage(entry.image, ({ alt }) => alt)],
  ['Image credit', ({ entry }) => ofImage(entry.image, ({ credit }) => credit)],
  ['Image license', ({ entry }) => ofImage(entry.image, licenseOf)],
  ['Topic picture alternative text', ({ topic }) => ofImage(topic.hero?.image ?? null, ({ alt }) => alt)],
  ['Topic picture credit', ({ topic }) => ofImage(topic.hero?.image ?? null, ({ credit }) => credit)],
  ['Topic picture license', ({ topic }) => ofImage(topic.hero?.image ?? null, licenseOf)],
];

const names: ReadonlySet<string> = new Set(named.map(([name]) => name));

/** Fields of the library's own that no column above already is. */
const otherNames = (entries: readonly DataEntry[]): readonly string[] =>
  [...new Set(entries.flatMap(({ entry }) => Object.keys(entry.resource.otherFields)))].filter(
    (name) => !names.has(name),
  );

/** One row for each resource in each of its topics; fields of the library's own follow under their own names. */
export const publicationTable = (publication: Publication): Table => {
  const entries = dataEntries(publication);
  const others = otherNames(entries);
  return {
    columns: [...names, ...others],
    rows: entries.map((one) => [
      ...named.map(([, cell]) => cell(one) ?? ''),
      ...others.map((name) => one.entry.resource.otherFields[name] ?? ''),
    ]),
  };
};
