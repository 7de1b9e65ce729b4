import type { Document, Element } from 'domhandler';
import { toWebAddress } from '#shared/domain/web-address.ts';
import type { Resource } from '#shared/model/resource.ts';
import { toTitle } from '../../folder-path.ts';
import type { CandidateTopic } from '../../reader.ts';
import { emptyFound, type Found } from '../found.ts';
import { addWorkData, readLinkedData, type WorkData } from './carrel-page.ts';
import { elementsIn, findElements, hasClass, wordsIn } from './dom.ts';
import { nodesToMarkdown } from './html-to-markdown.ts';
import { pictureIn } from './page-picture.ts';

/** A topic as a page that Carrel wrote shows it, and its entries. */
export type CarrelTopic = { readonly topic: CandidateTopic; readonly found: readonly Found[] };

type Page = {
  readonly base: string | null;
  readonly works: ReadonlyMap<string, WorkData>;
};

const ofClass = (element: Element, name: string): Element | undefined =>
  findElements(element, (one) => hasClass(one, name))[0];

const named =
  (name: string) =>
  (element: Element): boolean =>
    element.name === name;

const isEntry = (element: Element): boolean =>
  element.name === 'li' && hasClass(element, 'entry') && ofClass(element, 'entry-title') !== undefined;

const isTopic = (element: Element): boolean => element.name === 'article' && hasClass(element, 'topic');

/** Whether a page shows topics as Carrel writes them. */
export const isCarrelPage = (content: Element): boolean =>
  findElements(content, (one) => isTopic(one) || isEntry(one)).length > 0;

/** Whose words a summary is: a quotation says so below it. */
const quotedFrom = (entry: Element): Resource['quotedFrom'] => {
  const [quotation] = findElements(entry, (one) => one.name === 'figure' && hasClass(one, 'quotation'));
  const [cite] = quotation === undefined ? [] : findElements(quotation, named('cite'));
  const source = cite === undefined ? '' : wordsIn(cite.children.filter((node) => !isPrintOnly(node)));
  if (cite === undefined || source === '') return null;
  const [link] = findElements(cite, named('a'));
  return { source: source.slice(0, 1_000), url: toWebAddress(link?.attribs['href'] ?? '') };
};

const isPrintOnly = (node: Element['children'][number]): boolean =>
  'attribs' in node && hasClass(node, 'print-only');

const readEntry = (element: Element, { base, works }: Page): Found => {
  const found = emptyFound();
  const heading = ofClass(element, 'entry-title');
  const [link] = heading === undefined ? [] : findElements(heading, named('a'));
  const summary = ofClass(element, 'summary');
  const address = link?.attribs['href'] ?? '';
  found.title = heading === undefined ? '' : wordsIn(heading.children);
  if (address !== '') found.addresses.push({ name: 'link', text: address });
  if (summary) found.summary = nodesToMarkdown(summary.children, base);
  const access = ofClass(element, 'access');
  // A word stands before the note, in the language of the page: "Access: …".
  found.accessNote = access === undefined ? '' : wordsIn(access.children).replace(/^[^:]{1,40}:\s+/, '');
  found.quotedFrom = quotedFrom(element);
  found.picture = pictureIn(element, base);
  addWorkData(found, works.get(address || found.title));
  return found;
};

const titlesAbove = (article: Element): string[] => {
  const crumbs = ofClass(article, 'breadcrumb');
  return crumbs === undefined
    ? []
    : findElements(crumbs, named('li')).map((item) => toTitle(wordsIn(item.children)));
};

type ReadSection = {
  readonly title: string;
  readonly description: string;
  readonly isLive: boolean;
  readonly found: readonly Found[];
};

const readSection = (section: Element, page: Page): ReadSection => {
  const [name] = findElements(section, (one) => hasClass(one, 'section-title') || one.name === 'h2');
  const prose = elementsIn(section).find((one) => hasClass(one, 'prose'));
  return {
    title: toTitle(name === undefined ? '' : wordsIn(name.children)) || 'Resources',
    description: (prose ? nodesToMarkdown(prose.children, page.base) : '').slice(0, 100_000),
    isLive: hasClass(section, 'live'),
    found: findElements(section, isEntry).map((entry) => readEntry(entry, page)),
  };
};

const keyOf = ({ title, addresses }: Found): string => `${addresses[0]?.text ?? ''} ${title}`;

/** Sections with each entry once: a live one shows what stands in others too, and holds here only what does not. */
const sectionsOnce = (sections: readonly ReadSection[]): readonly ReadSection[] => {
  const claimed = new Set(sections.filter(({ isLive }) => !isLive).flatMap(({ found }) => found.map(keyOf)));
  return sections.flatMap((section): ReadSection[] => {
    if (!section.isLive) return [section];
    const found = section.found.filter((one) => !claimed.has(keyOf(one)));
    for (const one of found) claimed.add(keyOf(one));
    return found.length === 0 ? [] : [{ ...section, found }];
  });
};

const readTopic = (
  article: Element,
  page: Page,
  { title: fallback, language }: { readonly title: string; readonly language: string | null },
): CarrelTopic => {
  const heading = ofClass(article, 'topic-title');
  const title = toTitle(heading === undefined ? '' : wordsIn(heading.children)) || fallback;
  const path = [...titlesAbove(article), title].filter(Boolean);
  const lead = ofClass(article, 'lead');
  const sections = sectionsOnce(
    findElements(article, (one) => hasClass(one, 'board-section')).map((one) => readSection(one, page)),
  );
  return {
    topic: {
      path,
      description: lead ? nodesToMarkdown(lead.children, page.base).slice(0, 100_000) : '',
      language: article.attribs['lang'] ?? language,
      sections: sections.map(({ title: name, description }) => ({ title: name, description })),
    },
    found: sections.flatMap((section) =>
      section.found.map((one) => ({ ...one, path, section: section.title })),
    ),
  };
};

/** The topics of a page that Carrel wrote: one of a site, or all of a single page. */
export const readCarrelTopics = (
  document: Document,
  content: Element,
  page: { readonly base: string | null; readonly title: string; readonly language: string | null },
): readonly CarrelTopic[] => {
  const works = readLinkedData(document);
  const articles = findElements(content, isTopic);
  return (articles.length === 0 ? [content] : articles).map((article) =>
    readTopic(article, { base: page.base, works }, page),
  );
};
