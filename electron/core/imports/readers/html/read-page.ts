import { Element, isComment, type Document } from 'domhandler';
import { parseHtml } from './parse-html.ts';
import { toWebAddress } from '#shared/domain/web-address.ts';
import { toTitle } from '../../folder-path.ts';
import type { CandidateTopic } from '../../reader.ts';
import { emptyFound, type Found } from '../found.ts';
import { isCarrelPage, readCarrelTopics } from './carrel-topics.ts';
import { findElements, wordsIn } from './dom.ts';
import { pageParts, type PagePart } from './page-parts.ts';
import { pictureIn } from './page-picture.ts';

/** A page as topics: what they are called, their sections, and the links as records. */
export type ReadPage = {
  readonly title: string;
  /** One, unless the page is one of Carrel's with several. */
  readonly topics: readonly CandidateTopic[];
  readonly found: readonly Found[];
  /** Carrel wrote it. */
  readonly isOurs: boolean;
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

/** A fragment begins with the heading that it has in the page around it, the only one of its level. */
const fragmentTitle = (document: Document): string => {
  if (findElements(document, ({ name }) => /^(?:html|body|main)$/.test(name)).length > 0) return '';
  const headings = findElements(document, ({ name }) => /^h[2-6]$/.test(name));
  const [first] = headings;
  const isAlone = headings.filter(({ name }) => name === first?.name).length === 1;
  return first !== undefined && isAlone ? toTitle(wordsIn(first.children)) : '';
};

const titleOf = (document: Document, content: Element): string => {
  const guide = findElements(document, ({ attribs }) => attribs['id'] === 's-lg-guide-name')[0];
  const heading = guide ?? findElements(content, byName('h1'))[0] ?? findElements(document, byName('h1'))[0];
  const name = heading === undefined ? '' : toTitle(wordsIn(heading.children));
  if (name !== '') return name;
  const title = findElements(document, byName('title'))[0];
  const named = title === undefined ? '' : toTitle(wordsIn(title.children));
  return named === '' ? fragmentTitle(document) : named;
};

const readLink = (part: Extract<PagePart, { kind: 'link' }>): Found => {
  const found = emptyFound();
  found.title = part.title;
  found.addresses.push({ name: 'link', text: part.url });
  found.summary = part.blurb;
  return found;
};

type Section = { readonly title: string; readonly description: string };

/** Headings become sections, links become records, other words describe the topic or the section they stand in. */
const readParts = (content: Element, base: string | null, title: string) => {
  const texts = new Map<string, string[]>();
  const found: Found[] = [];
  const lead: string[] = [];
  let current: string | null = null;
  for (const part of pageParts(content, base)) {
    if (part.kind === 'heading') {
      const text = toTitle(part.text);
      if (text === title && part.level <= 2) continue;
      current = text;
      if (!texts.has(text)) texts.set(text, []);
    } else if (part.kind === 'text') {
      ((current === null ? undefined : texts.get(current)) ?? lead).push(part.markdown);
    } else {
      const record = readLink(part);
      found.push({ ...record, section: current, picture: pictureIn(part.element, base) });
    }
  }
  const sections = [...texts].map(([name, parts]): Section => ({
    title: name,
    description: parts.join('\n\n'),
  }));
  return { sections, found, description: lead.join('\n\n') };
};

const languageOf = (document: Document): string | null => {
  const language = findElements(document, byName('html'))[0]?.attribs['lang'] ?? '';
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) ? language : null;
};

/** Reads a page. `fallback` is its title when it has none. */
export const readPage = (html: string, fallback: string): ReadPage => {
  const document = parseHtml(html);
  const base = baseOf(document);
  const content = contentOf(document);
  const title = titleOf(document, content) || fallback;
  const language = languageOf(document);
  if (isCarrelPage(content)) {
    const topics = readCarrelTopics(document, content, { base, title, language });
    return {
      title,
      topics: topics.map(({ topic }) => topic),
      found: topics.flatMap(({ found }) => found),
      isOurs: true,
    };
  }
  const { sections, found, description } = readParts(content, base, title);
  const used = new Set(found.map(({ section }) => section));
  const kept = sections.filter((section) => used.has(section.title) || section.description !== '');
  const topic: CandidateTopic = {
    path: [title],
    description: description.slice(0, 100_000),
    ...(language !== null && { language }),
    sections: kept.map((section) => ({ ...section, description: section.description.slice(0, 100_000) })),
  };
  return { title, topics: [topic], found: found.map((one) => ({ ...one, path: [title] })), isOurs: false };
};
