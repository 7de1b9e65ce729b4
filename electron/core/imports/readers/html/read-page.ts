import { Element, isComment, type Document } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { toWebAddress } from '#shared/domain/web-address.ts';
import { toTitle } from '../../folder-path.ts';
import type { CandidatePicture, CandidateTopic } from '../../reader.ts';
import { emptyFound, type Found } from '../found.ts';
import { addWorkData, readLinkedData, type WorkData } from './carrel-page.ts';
import { elementsIn, findElements, hasClass, wordsIn } from './dom.ts';
import { linkAddress, nodesToMarkdown } from './html-to-markdown.ts';
import { pageParts, type PagePart } from './page-parts.ts';

/** A page as a topic: what it is called, its sections, and its links as records. */
export type ReadPage = {
  readonly title: string;
  readonly topic: CandidateTopic;
  readonly found: readonly Found[];
};

const byName =
  (name: string) =>
  (element: Element): boolean =>
    element.name === name;

/** The page's own address, as it says itself or as the browser that saved it wrote. */
const baseOf = (document: Document): string | null => {
  const base = findElements(document, byName('base'))[0]?.attribs['href'] ?? '';
  const canonical = findElements(
    document,
    ({ name, attribs }) => name === 'link' && attribs['rel'] === 'canonical',
  )[0];
  const saved = document.children.flatMap((node) =>
    isComment(node) ? [/saved from url=\(\d+\)(\S+)/.exec(node.data)?.[1] ?? ''] : [],
  );
  const all = [base, canonical?.attribs['href'] ?? '', ...saved];
  return all.map(toWebAddress).find((address) => address !== null) ?? null;
};

const contentOf = (document: Document): Element => {
  const isMain = ({ name, attribs }: Element): boolean => name === 'main' || attribs['role'] === 'main';
  const isLibGuide = ({ attribs }: Element): boolean => attribs['id'] === 's-lg-guide-main';
  const found = [isLibGuide, isMain, byName('body')]
    .map((test) => findElements(document, test)[0])
    .find(Boolean);
  return found ?? new Element('body', {}, document.children);
};

const titleOf = (document: Document, content: Element): string => {
  const guide = findElements(document, ({ attribs }) => attribs['id'] === 's-lg-guide-name')[0];
  const heading = guide ?? findElements(content, byName('h1'))[0] ?? findElements(document, byName('h1'))[0];
  const name = heading === undefined ? '' : toTitle(wordsIn(heading.children));
  if (name !== '') return name;
  const title = findElements(document, byName('title'))[0];
  return title === undefined ? '' : toTitle(wordsIn(title.children));
};

const pictureIn = (element: Element, base: string | null): CandidatePicture | null => {
  const [image] = findElements(element, byName('img'));
  const source = image?.attribs['src'] ?? '';
  if (image === undefined || source === '' || /^data:/i.test(source)) return null;
  const url = linkAddress(source, base);
  const caption = findElements(element, byName('figcaption'))[0];
  const creditLine = caption === undefined ? '' : wordsIn(caption.children).slice(0, 5_000);
  const file = toWebAddress(source) === null ? decodePath(source) : null;
  const credit = creditLine === '' ? {} : { creditLine, origins: { creditLine: 'imported' as const } };
  return file === null && url === null
    ? null
    : { file, url, alt: (image.attribs['alt'] ?? '').slice(0, 5_000), credit };
};

const decodePath = (source: string): string => {
  const path = source.replace(/[?#].*$/, '').replace(/^(?:\.\/)+/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** An entry of a page that Carrel wrote. */
const readEntry = (element: Element, base: string | null, works: ReadonlyMap<string, WorkData>): Found => {
  const found = emptyFound();
  const [heading] = findElements(element, (one) => hasClass(one, 'entry-title'));
  const [link] = heading === undefined ? [] : findElements(heading, byName('a'));
  const [summary] = findElements(element, (one) => hasClass(one, 'summary'));
  found.title = heading === undefined ? '' : wordsIn(heading.children);
  if (link) found.addresses.push({ name: 'link', text: link.attribs['href'] ?? '' });
  if (summary) found.summary = nodesToMarkdown(summary.children, base);
  addWorkData(found, works.get(link?.attribs['href'] ?? found.title));
  return found;
};

const readLink = (part: Extract<PagePart, { kind: 'link' }>): Found => {
  const found = emptyFound();
  found.title = part.title;
  found.addresses.push({ name: 'link', text: part.url });
  found.summary = part.blurb;
  return found;
};

type Sections = { title: string; description: string }[];

const describe = (sections: Sections, current: string | null, text: string): string => {
  const section = sections.find(({ title }) => title === current);
  if (!section) return text;
  section.description = [section.description, text].filter(Boolean).join('\n\n');
  return '';
};

/** Headings become sections, links become records, other words describe the topic or the section they stand in. */
const readParts = (content: Element, base: string | null, title: string) => {
  const sections: Sections = [];
  const found: Found[] = [];
  const lead: string[] = [];
  let current: string | null = null;
  for (const part of pageParts(content, base)) {
    if (part.kind === 'heading') {
      const text = toTitle(part.text);
      if (text === title && part.level <= 2) continue;
      current = text;
      if (!sections.some((section) => section.title === text))
        sections.push({ title: text, description: '' });
    } else if (part.kind === 'text') {
      const left = describe(sections, current, part.markdown);
      if (left !== '') lead.push(left);
    } else {
      const record = readLink(part);
      found.push({ ...record, section: current, picture: pictureIn(part.element, base) });
    }
  }
  return { sections, found, description: lead.join('\n\n') };
};

const isEntry = (element: Element): boolean =>
  element.name === 'li' &&
  hasClass(element, 'entry') &&
  findElements(element, (one) => hasClass(one, 'entry-title')).length > 0;

const readCarrelPage = (document: Document, content: Element, base: string | null) => {
  const works = readLinkedData(document);
  const [lead] = findElements(content, (one) => hasClass(one, 'lead'));
  const sections: Sections = [];
  const found: Found[] = [];
  for (const section of findElements(content, (one) => hasClass(one, 'board-section'))) {
    const [heading] = findElements(section, byName('h2'));
    const title = toTitle(heading === undefined ? '' : wordsIn(heading.children)) || 'Resources';
    const prose = elementsIn(section).find((one) => hasClass(one, 'prose'));
    sections.push({ title, description: prose ? nodesToMarkdown(prose.children, base) : '' });
    for (const entry of findElements(section, isEntry)) {
      found.push({ ...readEntry(entry, base, works), section: title, picture: pictureIn(entry, base) });
    }
  }
  return { sections, found, description: lead ? nodesToMarkdown(lead.children, base) : '' };
};

/** Reads a page. `fallback` is its title when it has none. */
export const readPage = (html: string, fallback: string): ReadPage => {
  const document = parseDocument(html);
  const base = baseOf(document);
  const content = contentOf(document);
  const title = titleOf(document, content) || fallback;
  const isOurs = findElements(content, isEntry).length > 0;
  const { sections, found, description } = isOurs
    ? readCarrelPage(document, content, base)
    : readParts(content, base, title);
  const used = new Set(found.map(({ section }) => section));
  const kept = sections.filter((section) => used.has(section.title) || section.description !== '' || isOurs);
  const language = findElements(document, byName('html'))[0]?.attribs['lang'];
  const topic: CandidateTopic = {
    path: [title],
    description: description.slice(0, 100_000),
    ...(language !== undefined && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) && { language }),
    sections: kept.map((section) => ({ ...section, description: section.description.slice(0, 100_000) })),
  };
  return { title, topic, found: found.map((one) => ({ ...one, path: [title] })) };
};
