import { isTag, isText, type ChildNode, type Element } from 'domhandler';
import { DomUtils, parseDocument } from 'htmlparser2';
import type { Html } from '../text/html.ts';
import { writtenDirection } from '../text/direction.ts';
import type { Block, Look, Paragraph, PictureKind, StyleId, TableRow } from './blocks.ts';
import { createFlow, type Around, type Flow } from './flow.ts';

/** How the markup of one part of a document is read. */
export type Reading = {
  readonly language: string;
  readonly rightToLeft: boolean;
  /** What the topmost heading (`h1`) becomes: the document's title, or a heading of the first level. */
  readonly topmost: 'title' | 'heading';
  /** Every article begins on a page of its own. */
  readonly newPages: boolean;
  /** Makes a numbering that begins with this number and answers its id. */
  readonly numbering: (start: number) => number;
};

type Walk = { readonly reading: Reading; readonly flow: Flow };

const bullets = 1;

const blockNames = new Set(
  'article blockquote details div figcaption figure footer h1 h2 h3 h4 h5 h6 header hr img li main nav ol p pre section table ul'.split(
    ' ',
  ),
);

/** What paper has no use for: the credit as it is on screen, and what unfolds a list that is never folded here. */
const isLeftOut = (element: Element): boolean =>
  element.name === 'summary' || hasClass(element, 'screen-only');

const hasClass = ({ attribs }: Element, name: string): boolean =>
  (attribs['class'] ?? '').split(/\s+/).includes(name);

const looks: Readonly<Record<string, Look>> = {
  strong: { bold: true },
  th: { bold: true },
  em: { italic: true },
  cite: { italic: true },
  s: { strike: true },
  code: { code: true },
};

const styleOfClass: readonly (readonly [string, StyleId])[] = [
  ['institution', 'Subtitle'],
  ['contents-title', 'ContentsTitle'],
  ['entry-facts', 'Facts'],
  ['access', 'Facts'],
  ['empty', 'Facts'],
  ['colophon', 'Facts'],
];

const headingStyle = (name: string, { topmost }: Reading): StyleId => {
  const level = Number(name.slice(1)) - (topmost === 'title' ? 1 : 0);
  return level === 0 ? 'Title' : (`Heading${level}` as StyleId);
};

const styleOf = (element: Element, around: Around, reading: Reading): StyleId => {
  const own = styleOfClass.find(([name]) => hasClass(element, name));
  if (own) return own[1];
  const { name } = element;
  if (/^h[1-6]$/.test(name)) return headingStyle(name, reading);
  if (name === 'figcaption') return around.style === 'Quote' ? 'QuoteSource' : 'Caption';
  if (name === 'blockquote' || hasClass(element, 'quotation')) return 'Quote';
  return name === 'pre' ? 'Code' : around.style;
};

const isRightToLeft = (element: Element, { rightToLeft }: Around): boolean => {
  const { dir } = element.attribs;
  if (dir === undefined || !blockNames.has(element.name)) return rightToLeft;
  if (dir !== 'auto') return dir === 'rtl';
  return (writtenDirection(DomUtils.textContent(element)) ?? 'ltr') === 'rtl';
};

/** What stands around the content of an element, given what stands around the element. */
const within = (element: Element, around: Around, reading: Reading): Around => {
  const { lang, href } = element.attribs;
  const language = lang === undefined || lang === reading.language ? {} : { language: lang };
  return {
    ...around,
    style: styleOf(element, around, reading),
    look: { ...around.look, ...looks[element.name], ...language },
    href: element.name === 'a' && href !== undefined ? href : around.href,
    rightToLeft: isRightToLeft(element, around),
    isCode: around.isCode || element.name === 'pre',
  };
};

const kindOf = (image: Element): PictureKind => {
  const parent = image.parent !== null && isTag(image.parent) ? image.parent : null;
  if (parent && hasClass(parent, 'hero')) return 'hero';
  if (parent && hasClass(parent, 'entry-picture')) return 'entry';
  return parent && hasClass(parent, 'logo') ? 'logo' : 'thumbnail';
};

const addPicture = (image: Element, around: Around, { flow }: Walk): void => {
  const { src = '', alt = '', width, height } = image.attribs;
  flow.end(around);
  flow.add({
    kind: 'picture',
    source: src,
    alt,
    width: Number(width),
    height: Number(height),
    shownAs: kindOf(image),
  });
  flow.end({ ...around, style: 'Picture', item: null });
};

const addText = (text: string, around: Around, { flow }: Walk): void => {
  const lines = around.isCode ? text.replace(/\n$/, '').split('\n') : [text];
  for (const [index, line] of lines.entries()) {
    if (index > 0) flow.add({ kind: 'break' });
    if (line !== '') flow.add({ kind: 'text', text: line, look: around.look, href: around.href });
  }
};

/** Beside text a picture may float; in a document it would stand above the heading that it belongs to. */
const inReadingOrder = (element: Element): readonly ChildNode[] => {
  if (element.name !== 'li' || !(hasClass(element, 'entry') || hasClass(element, 'credit-item'))) {
    return element.children;
  }
  const nodes = element.children.flatMap((node) =>
    isTag(node) && node.name === 'div' && node.attribs['class'] === undefined ? node.children : [node],
  );
  const rank = (node: ChildNode): number => {
    if (!isTag(node)) return 2;
    if (/^h\d$/.test(node.name) || hasClass(node, 'entry-facts')) return 0;
    return node.name === 'img' || hasClass(node, 'entry-picture') ? 1 : 2;
  };
  return nodes.toSorted((a, b) => rank(a) - rank(b));
};

const isPlainList = (element: Element): boolean =>
  !hasClass(element, 'entries') && !hasClass(element, 'credit-list');

const walkList = (list: Element, around: Around, walk: Walk): void => {
  const isNumbered = list.name === 'ol';
  const number = isNumbered ? walk.reading.numbering(Number(list.attribs['start'] ?? 1)) : bullets;
  for (const node of list.children) {
    if (!isTag(node)) continue;
    const item = isPlainList(list)
      ? { number, level: Math.min(around.depth, 8), isNumbered: false }
      : around.item;
    const depth = around.depth + (item === around.item ? 0 : 1);
    walkElement(node, { ...around, item, depth }, walk);
  }
};

const readRow = (row: Element, around: Around, walk: Walk): TableRow => {
  const cells = row.children.filter(isTag).map((cell) => {
    const flow = createFlow();
    const here = within(cell, { ...around, item: null }, walk.reading);
    walkNodes(cell.children, here, { ...walk, flow });
    flow.end(here);
    return flow.blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
  });
  return { isHead: row.parent !== null && isTag(row.parent) && row.parent.name === 'thead', cells };
};

const walkTable = (table: Element, around: Around, walk: Walk): void => {
  const rows = DomUtils.findAll(({ name }) => name === 'tr', table.children);
  walk.flow.blocks.push({ kind: 'table', rows: rows.map((row) => readRow(row, around, walk)) });
};

const walkContent = (element: Element, around: Around, walk: Walk): void => {
  if (element.name === 'ul' || element.name === 'ol') walkList(element, around, walk);
  else if (element.name === 'table') walkTable(element, around, walk);
  else walkNodes(inReadingOrder(element), around, walk);
};

const walkBlock = (element: Element, around: Around, walk: Walk): void => {
  const { flow, reading } = walk;
  if (element.name === 'img') return addPicture(element, around, walk);
  flow.end(around);
  if (element.name === 'hr') return flow.end({ ...around, style: 'Rule' });
  if (element.name === 'article') {
    flow.begin({ anchor: element.attribs['id'] ?? null, newPage: reading.newPages });
  }
  const here = within(element, around, reading);
  walkContent(element, here, walk);
  flow.end(here);
};

const walkElement = (element: Element, around: Around, walk: Walk): void => {
  if (isLeftOut(element)) return;
  if (element.name === 'br') return walk.flow.add({ kind: 'break' });
  if (blockNames.has(element.name)) return walkBlock(element, around, walk);
  // Facts in a row are told apart by space on a page, which a run of text has not.
  if (hasClass(element, 'date') || hasClass(element, 'makers')) addText(' · ', around, walk);
  walkNodes(element.children, within(element, around, walk.reading), walk);
};

const walkNodes = (nodes: readonly ChildNode[], around: Around, walk: Walk): void => {
  for (const node of nodes) {
    if (isText(node)) addText(node.data, around, walk);
    else if (isTag(node)) walkElement(node, around, walk);
  }
};

/** The pages' markup, which has been made safe, as the paragraphs and tables of a text document. */
export const readBlocks = ({ markup }: Html, reading: Reading): readonly Block[] => {
  const flow = createFlow();
  const around: Around = {
    style: 'Normal',
    look: {},
    href: null,
    rightToLeft: reading.rightToLeft,
    item: null,
    depth: 0,
    isCode: false,
  };
  walkNodes(parseDocument(markup).children, around, { reading, flow });
  flow.end(around);
  return flow.blocks;
};
