import { toSlug } from '#shared/domain/slug.ts';
import type { Identifier } from '#shared/model/resource.ts';
import { textFile, type ExportFile } from '../exporter.ts';
import { summaryText } from '../text/quotation.ts';
import type { Publication, PublishedEntry } from '../publication-types.ts';
import { typeName } from '../site/words.ts';
import { cleanText } from '../text/html.ts';
import { toCitedName } from './people.ts';
import { referenceType } from './reference-types.ts';
import { worksOnce } from './works.ts';

const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text that LaTeX prints as it stands; letters of every script stay, since BibLaTeX reads UTF-8. */
const escaped = (text: string): string =>
  cleanText(text)
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\{}&%$#_~^]/g, (sign) => special[sign] ?? sign);

/** Addresses are verbatim fields: only what would end the braces is written otherwise. */
const verbatim = (text: string): string =>
  cleanText(text).replaceAll(/[{}\\\s]/g, (sign) => encodeURIComponent(sign));

/** A name in double braces is one name, whatever words are in it; `and` parts names. */
const name = (text: string): string => {
  const cited = toCitedName(text);
  if ('literal' in cited) return `{${escaped(cited.literal)}}`;
  const hasAnd = / and /i.test(text);
  return hasAnd ? `{${escaped(text)}}` : `${escaped(cited.family)}, ${escaped(cited.given)}`;
};

const number = ({ resource }: PublishedEntry, scheme: Identifier['scheme']): string =>
  resource.identifiers.find((one) => one.scheme === scheme)?.value ?? '';

/** A key of the title's first words, unique by a number behind it. */
const createKeys = (): ((title: string) => string) => {
  const used = new Map<string, number>();
  return (title) => {
    const base = toSlug(title).split('-').slice(0, 5).join('-') || 'work';
    const count = (used.get(base) ?? 0) + 1;
    used.set(base, count);
    return count === 1 ? base : `${base}_${count}`;
  };
};

const fieldsOf = (entry: PublishedEntry): readonly (readonly [field: string, value: string])[] => {
  const { resource, type } = entry;
  return [
    // Doubled braces keep capitals as they are typed.
    ['title', `{${escaped(resource.title)}}`],
    ['author', resource.creators.map(name).join(' and ')],
    ['date', resource.publishedOn ?? ''],
    ['publisher', resource.publisher === null ? '' : `{${escaped(resource.publisher)}}`],
    ['url', verbatim(resource.url ?? '')],
    ['urldate', resource.checkedOn ?? ''],
    ['doi', verbatim(number(entry, 'doi'))],
    ['isbn', escaped(number(entry, 'isbn'))],
    ['issn', escaped(number(entry, 'issn'))],
    ['langid', resource.language ?? ''],
    ['keywords', resource.subjects.map((subject) => escaped(subject).replaceAll(',', '{,}')).join(', ')],
    ['type', escaped(typeName(type))],
    ['abstract', escaped(summaryText(entry))],
  ];
};

/** BibLaTeX, which classic BibTeX programs read too: one entry for each work. */
export const bibtexFile = (publication: Publication): readonly ExportFile[] => [
  textFile('references.bib', () => {
    const key = createKeys();
    return worksOnce(publication)
      .map((entry) => {
        const fields = fieldsOf(entry)
          .filter(([, value]) => value !== '')
          .map(([field, value]) => `  ${field} = {${value}},\n`);
        return `@${referenceType(entry.type).bibtex}{${key(entry.resource.title)},\n${fields.join('')}}\n`;
      })
      .join('\n');
  }),
];
