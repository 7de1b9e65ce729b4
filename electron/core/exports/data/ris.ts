import { textFile, type ExportFile } from '../exporter.ts';
import { summaryText } from '../text/quotation.ts';
import type { Publication, PublishedEntry } from '../publication-types.ts';
import { typeName } from '../site/words.ts';
import { cleanText } from '../text/html.ts';
import { referenceType } from './reference-types.ts';
import { worksOnce } from './works.ts';

type Line = readonly [tag: string, value: string | null];

const oneLine = (text: string): string => cleanText(text).replaceAll(/\s+/g, ' ').trim();

/** `2018/11/19/`, and only as exact as it is known: `2018/11//`. */
const risDate = (date: string): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}/${month}/${day}/`;
};

const numberTags = { doi: 'DO', isbn: 'SN', issn: 'SN', oclc: 'AN', other: 'C7' } as const;

const linesOf = (entry: PublishedEntry): readonly Line[] => {
  const { resource, type } = entry;
  const { publishedOn } = resource;
  return [
    ['TY', referenceType(type).ris],
    ['TI', resource.title],
    ...resource.creators.map((name): Line => ['AU', name]),
    ['PY', publishedOn?.slice(0, 4) ?? null],
    ['DA', publishedOn === null ? null : risDate(publishedOn)],
    ['PB', resource.publisher],
    ...resource.identifiers.map(({ scheme, value }): Line => [numberTags[scheme], value]),
    ['UR', resource.url],
    ['Y2', resource.checkedOn === null ? null : risDate(resource.checkedOn)],
    ['AB', summaryText(entry)],
    ...resource.subjects.map((subject): Line => ['KW', subject]),
    ['LA', resource.language],
    ['M3', typeName(type)],
    ['N1', resource.accessNote],
    ['ER', ''],
  ];
};

const toRecord = (entry: PublishedEntry): string =>
  linesOf(entry)
    .filter(([tag, value]) => tag === 'ER' || (value !== null && value.trim() !== ''))
    .map(([tag, value]) => `${tag}  - ${oneLine(value ?? '')}\r\n`)
    .join('');

/** RIS, as reference managers read it: one record for each work, parted by blank lines. */
export const risFile = (publication: Publication): readonly ExportFile[] => [
  textFile('references.ris', () => worksOnce(publication).map(toRecord).join('\r\n')),
];
