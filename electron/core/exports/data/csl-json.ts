import type { Identifier } from '#shared/model/resource.ts';
import { textFile, type ExportFile } from '../exporter.ts';
import { summaryText } from '../text/quotation.ts';
import type { Publication, PublishedEntry } from '../publication-types.ts';
import { typeName } from '../site/words.ts';
import { toCitedName } from './people.ts';
import { jsonText } from './json-text.ts';
import { referenceType } from './reference-types.ts';
import { worksOnce } from './works.ts';

const cslDate = (date: string | null) =>
  date === null ? undefined : { 'date-parts': [date.split('-').map(Number)] };

const number = ({ resource }: PublishedEntry, scheme: Identifier['scheme']): string | undefined =>
  resource.identifiers.find((one) => one.scheme === scheme)?.value;

const filled = (text: string | null): string | undefined =>
  text === null || text.trim() === '' ? undefined : text;

const toItem = (entry: PublishedEntry): object => {
  const { resource, type } = entry;
  return {
    id: entry.resourceId,
    type: referenceType(type).csl,
    title: resource.title,
    author: resource.creators.length > 0 ? resource.creators.map(toCitedName) : undefined,
    publisher: filled(resource.publisher),
    issued: cslDate(resource.publishedOn),
    accessed: cslDate(resource.checkedOn),
    URL: filled(resource.url),
    DOI: number(entry, 'doi'),
    ISBN: number(entry, 'isbn'),
    ISSN: number(entry, 'issn'),
    language: filled(resource.language),
    abstract: filled(summaryText(entry)),
    keyword: filled(resource.subjects.join('; ')),
    genre: typeName(type),
  };
};

/** CSL-JSON (Citation Style Language 1.0.2), as Zotero, pandoc and citeproc read it. */
export const cslJsonFile = (publication: Publication): readonly ExportFile[] => [
  textFile('references.json', () => jsonText(worksOnce(publication).map(toItem))),
];
