import { refusal } from '#core/refusal.ts';
import type { ImportSource, Reader } from '../../reader.ts';
import { shorten, type RowRemark } from '../../remark.ts';
import { gather } from '../gather.ts';
import { addTo } from '../../add-to.ts';
import { toFound, type Reference } from './reference.ts';

type Line = { readonly tag: string; text: string };

const tagLine = /^([A-Z][A-Z0-9]) {1,2}-(?: ([^]*)|\s*)$/;

/** What each tag is called. Publishers use several for the same; where a tag has no name here, it keeps its own. */
const names: Readonly<Record<string, string>> = {
  TY: 'type',
  TI: 'title',
  T1: 'title',
  CT: 'title',
  ST: 'title-short',
  BT: 'container-title',
  T2: 'container-title',
  JF: 'container-title',
  JO: 'container-title-short',
  JA: 'container-title-short',
  J2: 'container-title-short',
  J1: 'container-title-short',
  T3: 'collection-title',
  AU: 'author',
  A1: 'author',
  A2: 'editor',
  ED: 'editor',
  A3: 'collection-editor',
  A4: 'translator',
  AB: 'abstract',
  N2: 'abstract',
  N1: 'note',
  RN: 'note',
  KW: 'keyword',
  PB: 'publisher',
  PP: 'publisher-place',
  CY: 'publisher-place',
  LA: 'language',
  UR: 'URL',
  LK: 'URL',
  DO: 'DOI',
  DI: 'DOI',
  SN: 'ISSN',
  VL: 'volume',
  VO: 'volume',
  IS: 'issue',
  CP: 'issue',
  SP: 'page-first',
  EP: 'page-last',
  ET: 'edition',
  Y2: 'accessed',
  DB: 'source',
  AN: 'accession number',
  CN: 'call-number',
  ID: 'id',
  AD: 'author address',
  L1: 'file',
  L2: 'full text',
  L4: 'picture',
  C1: 'custom 1',
  C2: 'custom 2',
  U1: 'user 1',
  U2: 'user 2',
  U3: 'user 3',
  U4: 'user 4',
  U5: 'user 5',
};

/** Titles before others, whatever the order of the lines. */
const titleOrder = ['TI', 'T1', 'CT'];

/** As are the newer of the tags for the date: where they differ, the older one is not meant. */
const dateOrder = ['DA', 'PY', 'Y1'];

const firstTags = ['TY', ...titleOrder, ...dateOrder];

/** `2014//`, `2016/01/`, `2001/09/01/spring`: parts that are empty or zero are not known. */
const readDate = (text: string): string => {
  const [year = '', month = '', day = '', more = ''] = text.split('/').map((part) => part.trim());
  if (!/^\d{4}$/.test(year) || more !== '') return text;
  const known = [year];
  if (/^0*[1-9]\d?$/.test(month)) known.push(month.padStart(2, '0'));
  if (known.length === 2 && /^0*[1-9]\d?$/.test(day)) known.push(day.padStart(2, '0'));
  return known.join('-');
};

/** The name and the value of a line, or null for one that says nothing. */
const readLine = (tag: string, value: string): readonly [string, string] | null => {
  if (dateOrder.includes(tag)) {
    const date = readDate(value);
    // Blank forms such as `///` or `YEAR/MONTH/DAY/` say nothing.
    return /\d/.test(date) ? ['issued', date] : null;
  }
  const doi = doiLine.exec(value)?.[1];
  if (doi !== undefined && (tag === 'N1' || tag === 'M3')) return ['DOI', doi];
  return [names[tag] ?? tag, tag === 'Y2' ? readDate(value) : value];
};

const doiLine = /^(?:doi:\s*)?(10\.\d{4,9}\/\S+)$/i;

const toReference = (lines: readonly Line[]): Reference => {
  const reference = new Map<string, string[]>();
  const rank = ({ tag }: Line): number => firstTags.indexOf(tag) + 1 || firstTags.length + 1;
  for (const { tag, text } of lines.toSorted((a, b) => rank(a) - rank(b))) {
    const read = text.trim() === '' ? null : readLine(tag, text.trim());
    if (read) addTo(reference, read[0], read[1]);
  }
  return reference;
};

const hasTitle = (lines: readonly Line[]): boolean =>
  lines.some(({ tag, text }) => titleOrder.includes(tag) && text.trim() !== '');

/**
 * A record that begins before the last one ended: either its end was forgotten, or it is part of the last one. Only
 * when both have a title are they two.
 */
const joinUnfinished = (parts: readonly (readonly Line[])[]): (readonly Line[])[] => {
  const joined: { readonly lines: Line[]; isTitled: boolean }[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const isTitled = hasTitle(part);
    if (last === undefined || (last.isTitled && isTitled)) joined.push({ lines: [...part], isTitled });
    else {
      for (const line of part) last.lines.push(line);
      last.isTitled ||= isTitled;
    }
  }
  return joined.map(({ lines }) => lines);
};

type Split = { readonly records: (readonly Line[])[]; readonly problems: RowRemark[] };

const continueLine = (lines: readonly Line[], raw: string): void => {
  const line = lines.at(-1);
  if (line && raw !== '') line.text += `${line.text === '' ? '' : '\n'}${raw}`;
};

const split = (text: string): Split => {
  const records: (readonly Line[])[] = [];
  const problems: RowRemark[] = [];
  let parts: Line[][] = [];
  const finish = (): void => {
    records.push(...joinUnfinished(parts));
    parts = [];
  };
  const outside = (row: number, raw: string): void => {
    // Some programs number their records between them.
    if (/^[\d.\s]*$/.test(raw)) return;
    problems.push({ row, title: '', reason: 'line-outside', values: { value: shorten(raw) } });
  };
  text.split(/\r\n|[\r\n]/).forEach((raw, index) => {
    const [, tag = '', value = ''] = tagLine.exec(raw.trim()) ?? [];
    const current = parts.at(-1);
    if (tag === 'TY') parts.push([{ tag, text: value }]);
    else if (tag === 'ER') finish();
    else if (current === undefined) outside(index + 1, raw.trim());
    else if (tag === '') continueLine(current, raw.trim());
    else current.push({ tag, text: value });
  });
  finish();
  return { records, problems };
};

const looksLikeRis = ({ head }: ImportSource): number => {
  if (/^\s*(?:\d+\.\s*)?TY {1,2}- /.test(head)) return 1;
  return /^TY {1,2}- \S/m.test(head) && /^(?:ER|AU|A1|T1|TI) {1,2}-/m.test(head) ? 0.8 : 0;
};

/** RIS, as reference managers and databases write it. */
export const risReader: Reader = {
  formats: ['ris'],
  recognise: looksLikeRis,
  read: async (source, work) => {
    const { text, encoding } = source.text();
    const { records, problems } = split(text);
    if (records.length === 0) throw refusal('file-format', 'import-nothing-inside', { format: 'RIS' });
    const made = await gather(records, (lines) => toFound(toReference(lines)), work);
    return {
      format: 'ris',
      title: null,
      topics: [],
      candidates: made.candidates,
      problems: [...problems, ...made.problems],
      about: { encoding },
      questions: [],
    };
  },
};
