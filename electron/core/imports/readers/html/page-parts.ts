import { isTag, isText, type ChildNode, type Element } from 'domhandler';
import { elementsIn, findElements, wordsIn } from './dom.ts';
import { linkAddress, nodesToMarkdown } from './html-to-markdown.ts';

/** What a page consists of, in its order. */
export type PagePart =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'text'; readonly markdown: string }
  | {
      readonly kind: 'link';
      readonly element: Element;
      readonly url: string;
      readonly title: string;
      readonly blurb: string;
    };

const skipped = new Set(
  'script style template noscript nav svg iframe form button select dialog head object embed'.split(' '),
);
const roles = new Set(['navigation', 'search', 'banner', 'contentinfo', 'menu', 'menubar']);
const containers = new Set(
  'div section article main body html ul ol dl table tbody thead tfoot tr td th details center header footer aside fieldset figure'.split(
    ' ',
  ),
);

const isSkipped = (element: Element): boolean =>
  skipped.has(element.name) ||
  roles.has(element.attribs['role'] ?? '') ||
  element.attribs['hidden'] !== undefined;

/** Whether a link leads out of the page: not to a place in it, a mailbox or a script. */
const isLink = (element: Element, base: string | null): boolean =>
  element.name === 'a' &&
  !/^\s*#/.test(element.attribs['href'] ?? '#') &&
  linkAddress(element.attribs['href'] ?? '', base) !== null;

type Unit = { readonly element: Element; readonly nodes: readonly ChildNode[] };

/** The nodes without the lists inside, which are units of their own. */
const ownNodes = (element: Element): ChildNode[] =>
  element.children.filter((child) => !(isTag(child) && /^[uo]l$/.test(child.name)));

const leadsWith = (nodes: readonly ChildNode[], link: Element): boolean => {
  for (const node of nodes) {
    if (node === link) return true;
    if (isText(node) && /[\p{L}\p{N}]/u.test(node.data)) return false;
    if (isTag(node) && wordsIn([node]) !== '') {
      return findElements(node, (one) => one === link).length > 0 && leadsWith(node.children, link);
    }
  }
  return false;
};

const without = (nodes: readonly ChildNode[], link: Element): ChildNode[] =>
  nodes.flatMap((node) => {
    if (node === link) return [];
    if (!isTag(node) || findElements(node, (one) => one === link).length === 0) return [node];
    const copy = Object.assign(Object.create(Object.getPrototypeOf(node) as object) as Element, node);
    copy.children = without(node.children, link);
    return [copy];
  });

const blurbOf = (nodes: readonly ChildNode[], link: Element, base: string | null): string =>
  nodesToMarkdown(without(nodes, link), base)
    .replace(/^(?:\\?[-–—:|·.,)\]]|\s)+/, '')
    .trim();

/** The links of a unit. One at its beginning, or alone, takes the unit's other words for its blurb. */
const unitParts = ({ element, nodes }: Unit, base: string | null): PagePart[] => {
  const found = nodes.flatMap((node) =>
    isTag(node) ? (isLink(node, base) ? [node] : findElements(node, (one) => isLink(one, base))) : [],
  );
  const [first] = found;
  const toPart = (link: Element, blurb: string): PagePart => ({
    kind: 'link',
    element,
    url: linkAddress(link.attribs['href'] ?? '', base) ?? '',
    title: wordsIn([link]) || (link.attribs['title'] ?? '') || altIn(link),
    blurb,
  });
  if (first === undefined) {
    const markdown = nodesToMarkdown(nodes, base);
    return markdown === '' ? [] : [{ kind: 'text', markdown }];
  }
  if (found.length === 1 || leadsWith(nodes, first)) return [toPart(first, blurbOf(nodes, first, base))];
  // A running text: its words belong to none of its links alone.
  return [{ kind: 'text', markdown: nodesToMarkdown(nodes, base) }, ...found.map((link) => toPart(link, ''))];
};

const altIn = (link: Element): string =>
  findElements(link, ({ name }) => name === 'img')[0]?.attribs['alt'] ?? '';

const isBlock = (node: ChildNode): boolean =>
  isTag(node) &&
  (containers.has(node.name) || /^(?:p|li|h[1-6]|dt|dd|blockquote|pre|hr|nav|form|address)$/.test(node.name));

const holdsBlock = (element: Element): boolean => element.children.some(isBlock);

/** Terms with what is said of each: `dt` and the `dd` behind it. */
const termUnits = (list: Element): Unit[] => {
  const units: { element: Element; nodes: ChildNode[] }[] = [];
  for (const child of elementsIn(list)) {
    const last = units.at(-1);
    if (child.name === 'dd' && last) last.nodes.push(child);
    else units.push({ element: child, nodes: [child] });
  }
  return units;
};

const mostDepth = 200;

type Walk = { readonly base: string | null; readonly parts: PagePart[] };

const walkContainer = (element: Element, walk: Walk, depth: number): void => {
  let run: ChildNode[] = [];
  const flush = (): void => {
    walk.parts.push(...unitParts({ element, nodes: run }, walk.base));
    run = [];
  };
  for (const child of element.children) {
    if (!isTag(child) || !isBlock(child)) {
      run.push(child);
      continue;
    }
    flush();
    walkElement(child, walk, depth + 1);
  }
  flush();
};

const walkItem = (element: Element, walk: Walk, depth: number): void => {
  walk.parts.push(...unitParts({ element, nodes: ownNodes(element) }, walk.base));
  for (const list of elementsIn(element).filter(({ name }) => /^[uo]l$/.test(name)))
    walkElement(list, walk, depth + 1);
};

const walkElement = (element: Element, walk: Walk, depth: number): void => {
  if (isSkipped(element) || depth > mostDepth) return;
  const level = /^h([1-6])$/.exec(element.name)?.[1];
  const text = level === undefined ? '' : wordsIn(element.children);
  if (level !== undefined) {
    if (text !== '') walk.parts.push({ kind: 'heading', level: Number(level), text });
    // A heading can be the link itself.
    walk.parts.push(
      ...unitParts({ element, nodes: element.children }, walk.base).filter(({ kind }) => kind === 'link'),
    );
  } else if (element.name === 'li') walkItem(element, walk, depth);
  else if (element.name === 'dl')
    for (const unit of termUnits(element)) walk.parts.push(...unitParts(unit, walk.base));
  else if (element.name === 'tr' || !holdsBlock(element))
    walk.parts.push(...unitParts({ element, nodes: element.children }, walk.base));
  else walkContainer(element, walk, depth);
};

/** The parts of a page's content, in order. */
export const pageParts = (content: Element, base: string | null): PagePart[] => {
  const walk: Walk = { base, parts: [] };
  walkContainer(content, walk, 0);
  return walk.parts;
};
