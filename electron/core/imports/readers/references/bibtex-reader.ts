import { refusal } from '#core/refusal.ts';
import type { ImportSource, Reader } from '../../reader.ts';
import { createDateReader } from '../../date-text.ts';
import { gather } from '../gather.ts';
import { addTo } from '../../add-to.ts';
import { readBibtexNames } from './bibtex-names.ts';
import { latexToText } from './latex-text.ts';
import { parseBibtex, type BibtexEntry } from './parse-bibtex.ts';
import { toFound, type Reference } from './reference.ts';

/** BibTeX and BibLaTeX fields by the name of CSL; the others keep their own. */
const names: Readonly<Record<string, string>> = {
  url: 'URL',
  doi: 'DOI',
  isbn: 'ISBN',
  issn: 'ISSN',
  lccn: 'LCCN',
  abstract: 'abstract',
  keywords: 'keyword',
  keyword: 'keyword',
  publisher: 'publisher',
  institution: 'publisher',
  organization: 'publisher',
  school: 'publisher',
  language: 'language',
  langid: 'language',
  note: 'note',
  annote: 'note',
  annotation: 'note',
  copyright: 'rights',
  rights: 'rights',
  shorttitle: 'title-short',
  journal: 'container-title',
  journaltitle: 'container-title',
  booktitle: 'container-title',
  maintitle: 'volume-title',
  series: 'collection-title',
  shortjournal: 'container-title-short',
  number: 'issue',
  pages: 'page',
  pagetotal: 'number-of-pages',
  address: 'publisher-place',
  location: 'publisher-place',
  urldate: 'accessed',
  eventtitle: 'event-title',
  timestamp: 'added',
  'date-added': 'added',
  dateadded: 'added',
};

/** Fields that are read as they are, since LaTeX means nothing in them. */
const verbatim = new Set([
  'url',
  'doi',
  'file',
  'eprint',
  'pdf',
  'verba',
  'verbb',
  'crossref',
  'xdata',
  'langid',
]);
const people = new Set([
  'author',
  'editor',
  'translator',
  'bookauthor',
  'editora',
  'editorb',
  'editorc',
  'holder',
  'director',
]);
const titles = new Set(['title', 'subtitle', 'titleaddon']);
const dates = new Set(['year', 'month', 'day', 'date']);

const plain = (name: string, value: string): string =>
  verbatim.has(name)
    ? value
        .replaceAll(/\\([_&%#~$])/g, '$1')
        .replaceAll(/[{}]|\\url/g, '')
        .trim()
    : latexToText(value);

const toDate = createDateReader();
const isFigure = (text: string): boolean => /^\d{1,2}$/.test(text);

/** Year, month and day as far as they are a date; what is none stays as it is written, under `rest`. */
const readParts = (
  year: string,
  month: string,
  day: string,
): { readonly date: string; readonly rest: string } => {
  const whole = [day, month, year].filter(Boolean).join(' ');
  if (!/^\d{4}$/.test(year)) return { date: whole, rest: '' };
  if (isFigure(month)) {
    const parts = [year, month, ...(isFigure(day) ? [day] : [])].map((part) => part.padStart(2, '0'));
    return { date: parts.join('-'), rest: isFigure(day) ? '' : day };
  }
  const found = toDate(whole) ?? toDate(`${month} ${day} ${year}`.replaceAll(/\s+/g, ' '));
  if (found !== null) return { date: found, rest: '' };
  return { date: year, rest: [month, day].filter(Boolean).join(' ') };
};

const readDate = (fields: ReadonlyMap<string, string>): { readonly date: string; readonly rest: string } => {
  const text = (name: string): string => latexToText(fields.get(name) ?? '').replaceAll('\u00a0', ' ');
  if (fields.has('date')) return { date: text('date'), rest: '' };
  return readParts(text('year'), text('month'), text('day'));
};

const readTitle = (fields: ReadonlyMap<string, string>): string => {
  const [title, subtitle, addition] = ['title', 'subtitle', 'titleaddon'].map((name) =>
    latexToText(fields.get(name) ?? ''),
  );
  const whole = [title, subtitle].filter(Boolean).join(/[?!:]$/.test(title ?? '') ? ' ' : ': ');
  return [whole, addition].filter(Boolean).join('. ');
};

const toReference = ({ type, key, fields }: BibtexEntry): Reference => {
  const reference = new Map<string, string[]>();
  const add = (name: string, text: string): void => {
    addTo(reference, name, text);
  };
  add('type', type);
  add('title', readTitle(fields));
  const { date, rest } = readDate(fields);
  add('issued', date);
  add('month', rest);
  if (key !== '') add('id', key);
  for (const [name, value] of fields) {
    if (titles.has(name) || dates.has(name)) continue;
    if (people.has(name)) for (const person of readBibtexNames(value)) add(name, person);
    else add(names[name] ?? name, plain(name, value));
  }
  return reference;
};

/** What a part does not take from the whole that it names. */
const ownOnly = new Set([
  'title',
  'subtitle',
  'titleaddon',
  'shorttitle',
  'crossref',
  'xdata',
  'keywords',
  'abstract',
  'url',
  'doi',
  'note',
  'pages',
  'author',
  'entryset',
  'ids',
  'annotation',
]);

/** Fills in what an entry lacks from the one that it refers to. */
const takeFrom = (fields: Map<string, string>, whole: BibtexEntry): void => {
  const isData = whole.type === 'xdata';
  const title = whole.fields.get('title');
  if (title !== undefined && !isData && !fields.has('booktitle')) fields.set('booktitle', title);
  for (const [name, value] of whole.fields) {
    if (!fields.has(name) && (isData || !ownOnly.has(name))) fields.set(name, value);
  }
};

/** Entries with what they take from those that they refer to by `crossref` or `xdata`. */
const inherit = (entries: readonly BibtexEntry[]): BibtexEntry[] => {
  const byKey = new Map(entries.map((entry) => [entry.key.toLowerCase(), entry]));
  return entries.map((entry) => {
    const fields = new Map(entry.fields);
    for (const name of ['crossref', 'xdata']) {
      for (const key of plain(name, entry.fields.get(name) ?? '').split(',')) {
        const whole = byKey.get(key.trim().toLowerCase());
        if (whole !== undefined && whole !== entry) takeFrom(fields, whole);
      }
    }
    return { ...entry, fields };
  });
};

const looksLikeBibtex = ({ head }: ImportSource): number => {
  const entry = /^[ \t]*@\s*[A-Za-z][\w-]*\s*[{(]\s*[^\s,{}()="]*\s*,/m.test(head);
  if (entry) return /^\s*(?:@|%)/.test(head) ? 0.95 : 0.7;
  return /^[ \t]*@\s*(?:string|comment|preamble)\s*[{(]/im.test(head) ? 0.6 : 0;
};

/** BibTeX and BibLaTeX. */
export const bibtexReader: Reader = {
  formats: ['bibtex'],
  recognise: looksLikeBibtex,
  read: async (source, work) => {
    const { text, encoding } = source.text();
    const { entries, faults } = parseBibtex(text);
    const records = inherit(entries).filter(({ type }) => type !== 'xdata');
    if (records.length === 0 && faults.length === 0)
      throw refusal('file-format', 'import-nothing-inside', { format: 'BibTeX' });
    const made = await gather(records, (entry) => toFound(toReference(entry)), work);
    const broken = faults.map(({ line, key }) => ({
      row: line,
      title: key,
      reason: 'entry-broken' as const,
      values: { line },
    }));
    return {
      format: 'bibtex',
      title: null,
      topics: [],
      candidates: made.candidates,
      problems: [...broken, ...made.problems],
      about: { encoding },
      questions: [],
    };
  },
};
