import type { BesideFiles, ImportSource, Reader, Reading, ReadWork } from '../../reader.ts';
import { createSource } from '../../source.ts';
import { splitFrontMatter } from '../html/front-matter.ts';
import { readMember, type Find } from './members.ts';

type Page = { readonly source: ImportSource; readonly reader: Reader };

/** More pages are not looked at. */
const mostPages = 5_000;

const inFolder = async (
  files: BesideFiles,
  ending: RegExp,
  isWanted: (source: ImportSource) => boolean,
): Promise<ImportSource[]> => {
  const names = [...files.keys()].filter((name) => ending.test(name)).slice(0, mostPages);
  const sources: ImportSource[] = [];
  for (const name of names) {
    const source = createSource(name, await readMember(files, name), files);
    if (source.head !== '' && isWanted(source)) sources.push(source);
  }
  return sources;
};

const isSitePage = ({ text }: ImportSource): boolean => {
  try {
    return /<article class="topic"/.test(text().text);
  } catch {
    // Somebody else's page in an encoding that is none is no page of ours.
    return false;
  }
};

/** Pages in the order in which the site's entrance or its tree names them. */
const inOrderOf = async (files: BesideFiles, pages: readonly ImportSource[]): Promise<ImportSource[]> => {
  const entrance = [...files.keys()].filter((name) => /(?:^|\/)(?:tree|index)\.html$/.test(name)).toSorted();
  const texts: string[] = [];
  for (const name of entrance.toReversed()) texts.push(Buffer.from(await readMember(files, name)).toString());
  const place = ({ fileName }: ImportSource): number => {
    const name = `/${fileName.split('/').at(-1) ?? ''}"`;
    const found = texts.map((text) => text.indexOf(name)).find((at) => at >= 0);
    return found ?? Number.MAX_SAFE_INTEGER;
  };
  return pages.toSorted((a, b) => place(a) - place(b));
};

const weightOf = ({ head }: ImportSource): number =>
  Number(splitFrontMatter(head).values['weight'] ?? Number.MAX_SAFE_INTEGER) || 0;

/** Files that tell of a folder and hold none of its topics. */
const isAboutFolder = ({ fileName }: Pick<ImportSource, 'fileName'>): boolean =>
  /(?:^|\/)(?:readme|license|licence|changelog|contributing|notices?)\.(?:md|txt)$/i.test(fileName);

const isOtherSource = (name: string): boolean =>
  /\.(?:csv|tsv|xlsx|ods|json|jsonld|html?|xml|opml|rss|atom|ris|bib|rdf|txt|zip)$/i.test(name) &&
  !isAboutFolder({ fileName: name });

const readAll = async (pages: readonly Page[], work: ReadWork): Promise<Reading | null> => {
  const readings: { readonly name: string; readonly reading: Reading }[] = [];
  for (const { source, reader } of pages)
    readings.push({ name: source.fileName, reading: await reader.read(source, work) });
  const [first] = readings;
  if (first === undefined) return null;
  return {
    ...first.reading,
    title: readings.length === 1 ? first.reading.title : null,
    topics: readings.flatMap(({ reading }) => reading.topics),
    candidates: readings.flatMap(({ reading }) => reading.candidates),
    problems: readings.flatMap(({ name, reading }) =>
      reading.problems.map((problem) => ({ ...problem, title: problem.title || name })),
    ),
    about: { ...first.reading.about, pages: String(readings.length) },
  };
};

/** Every topic page of a site that Carrel wrote, its other pages left aside. */
const sitePages = async (files: BesideFiles, find: Find): Promise<Page[]> => {
  const pages = await inOrderOf(files, await inFolder(files, /\.html?$/i, isSitePage));
  return pages.flatMap((source) => {
    const found = find(source);
    return found === null ? [] : [{ source, reader: found.reader }];
  });
};

/** Every text of a Markdown folder in its order; none where there are not several. */
const markdownPages = async (files: BesideFiles, find: Find): Promise<Page[]> => {
  const texts = await inFolder(files, /\.(?:md|markdown)$/i, (source) => !isAboutFolder(source));
  const isTopic = ({ head }: ImportSource): boolean => splitFrontMatter(head).values['slug'] !== undefined;
  const pages = texts.flatMap((source): Page[] => {
    const found = find(source);
    const isKnown = found !== null && found.sure >= 0.3 && found.reader.formats.includes('markdown');
    return isKnown || isTopic(source) ? [{ source, reader: find.markdown }] : [];
  });
  const isOurs = pages.some(({ source }) => isTopic(source));
  // Texts beside a table or a bibliography are sources among others.
  if (!isOurs && (pages.length < 2 || [...files.keys()].some(isOtherSource))) return [];
  return pages.toSorted((a, b) => weightOf(a.source) - weightOf(b.source));
};

const findPages = async (files: BesideFiles, find: Find): Promise<Page[]> => {
  const site = await sitePages(files, find);
  return site.length > 0 ? site : markdownPages(files, find);
};

/** Whether a folder is one of pages: a site of Carrel's or a Markdown folder. */
export const arePages = async (files: BesideFiles, find: Find): Promise<boolean> =>
  (await findPages(files, find)).length > 0;

/** Reads a folder of pages as one; null: it is none. */
export const readPages = async (files: BesideFiles, find: Find, work: ReadWork): Promise<Reading | null> =>
  readAll(await findPages(files, find), work);
