import { parseFragment } from './parse-html.ts';
import { isTag, isText, type ChildNode, type Element } from 'domhandler';
import { toWebAddress } from '#shared/domain/web-address.ts';

/** Elements whose content is nothing to read. */
const left = new Set(
  (
    'script style template noscript iframe frame frameset object embed applet svg math head title link meta form input ' +
    'button select textarea option canvas audio video source track base noembed noframes plaintext xmp'
  ).split(' '),
);

const blocks = new Set(
  (
    'p div section article header footer main aside nav figure figcaption address dl dt dd fieldset table tr ul ol li ' +
    'blockquote pre h1 h2 h3 h4 h5 h6 hr details summary center'
  ).split(' '),
);

const mostDepth = 100;

/** Characters that would mean something in Markdown. */
const escape = (text: string): string =>
  text.replaceAll(/[\\`*_[\]<>]/g, '\\$&').replaceAll(/&(?=#?\w+;)/g, '\\&');

const escapeLineStart = (line: string): string =>
  line.replace(/^(#{1,6}|[-+]|\d{1,9}[.)]|>|~{3,}|=+|-+)(?=\s|$)/, (mark) =>
    /^\d/.test(mark) ? `${mark.slice(0, -1)}\\${mark.slice(-1)}` : `\\${mark}`,
  );

type Inside = { readonly base: string | null; readonly depth: number };

/** An address to link to: http and https alone, resolved where the page's own address is known. */
export const linkAddress = (href: string, base: string | null): string | null => {
  // Browsers leave out these characters before they look at the scheme.
  // oxlint-disable-next-line no-control-regex -- a scheme can be hidden behind them
  const text = href
    .replaceAll(/[\0-\u0020\u007f]+/g, (found) => (found.trim() === '' && found.includes(' ') ? ' ' : ''))
    .trim();
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return toWebAddress(text.replaceAll(' ', '%20'));
  if (base === null || !URL.canParse(text, base))
    return text.startsWith('//') ? toWebAddress(`https:${text}`) : null;
  return toWebAddress(new URL(text, base).href);
};

const squeeze = (text: string): string => text.replaceAll(/[ \t\r\n\f]+/g, ' ');

const wrap = (mark: string, text: string): string => {
  const inner = text.trim();
  if (inner === '' || inner.includes('\n')) return text;
  const [before, after] = [/^\s/.test(text) ? ' ' : '', /\s$/.test(text) ? ' ' : ''];
  return `${before}${mark}${inner}${mark}${after}`;
};

const rawText = (nodes: readonly ChildNode[], depth = 0): string =>
  depth > mostDepth
    ? ''
    : nodes
        .map((node) =>
          isText(node)
            ? node.data
            : isTag(node) && !left.has(node.name)
              ? rawText(node.children, depth + 1)
              : '',
        )
        .join('');

const toLink = (words: string, href: string, base: string | null): string => {
  const url = linkAddress(href, base);
  const text = words.trim().replaceAll(/\s*\n/g, ' ');
  if (url === null || text === '') return words;
  const target = /[()<>\s\\]/.test(url) ? `<${url.replaceAll(/[<>\\]/g, encodeURIComponent)}>` : url;
  return `${/^\s/.test(words) ? ' ' : ''}[${text}](${target})${/\s$/.test(words) ? ' ' : ''}`;
};

const toCode = (element: Element): string => {
  const code = squeeze(rawText(element.children)).trim();
  return code === '' || code.includes('`') ? escape(code) : `\`${code}\``;
};

type ToInline = (element: Element, text: () => string, base: string | null) => string;

const strong: ToInline = (_, text) => wrap('**', text());
const emphasis: ToInline = (_, text) => wrap('*', text());
const fixed: ToInline = (element) => toCode(element);

const inlines: ReadonlyMap<string, ToInline> = new Map<string, ToInline>([
  ['br', () => '\n'],
  ['strong', strong],
  ['b', strong],
  ['em', emphasis],
  ['i', emphasis],
  ['cite', emphasis],
  ['code', fixed],
  ['kbd', fixed],
  ['samp', fixed],
  ['q', (_, text) => `“${text()}”`],
  ['img', (element) => escape(squeeze(element.attribs['alt'] ?? '').trim())],
  ['a', (element, text, base) => toLink(text(), element.attribs['href'] ?? '', base)],
]);

const inlineElement = (element: Element, inside: Inside): string => {
  const text = (): string => inline(element.children, { ...inside, depth: inside.depth + 1 });
  return inlines.get(element.name)?.(element, text, inside.base) ?? text();
};

const inline = (nodes: readonly ChildNode[], inside: Inside): string =>
  inside.depth > mostDepth
    ? ''
    : nodes
        .map((node) => {
          if (isText(node)) return escape(squeeze(node.data));
          return isTag(node) && !left.has(node.name) ? inlineElement(node, inside) : '';
        })
        .join('');

const paragraph = (nodes: readonly ChildNode[], inside: Inside): string =>
  inline(nodes, inside)
    .split('\n')
    .map((line) => escapeLineStart(line.replaceAll(/ +/g, ' ').trim()))
    .filter((line) => line !== '')
    .join('  \n');

const indent = (text: string, first: string): string =>
  text
    .split('\n')
    .map((line, index) =>
      index === 0 ? `${first}${line}` : line === '' ? '' : `${' '.repeat(first.length)}${line}`,
    )
    .join('\n');

const list = (element: Element, inside: Inside): string[] => {
  const items = element.children.filter((child): child is Element => isTag(child) && !left.has(child.name));
  const lines = items.map((item, index) => {
    const content = blockTexts(item.children, inside)
      .join('\n\n')
      .replaceAll(/\n\n(?=\s*(?:- |\d+\. ))/g, '\n');
    return indent(content, element.name === 'ol' ? `${index + 1}. ` : '- ');
  });
  const filled = lines.filter((line) => /^(?:-|\d+\.) \S/.test(line));
  return filled.length === 0 ? [] : [filled.join('\n')];
};

const blockElement = (element: Element, outer: Inside): string[] => {
  const inside = { ...outer, depth: outer.depth + 1 };
  const heading = /^h([1-6])$/.exec(element.name)?.[1];
  if (heading !== undefined) {
    const text = paragraph(element.children, inside).replaceAll(/\s*\n/g, ' ');
    return text === '' ? [] : [`${'#'.repeat(Number(heading))} ${text}`];
  }
  switch (element.name) {
    case 'ul':
    case 'ol':
      return list(element, inside);
    case 'blockquote': {
      const text = blockTexts(element.children, inside).join('\n\n');
      return text === ''
        ? []
        : [
            text
              .split('\n')
              .map((line) => `> ${line}`.trimEnd())
              .join('\n'),
          ];
    }
    case 'pre': {
      const code = rawText(element.children).replaceAll(/^\n|\s+$/g, '');
      return code === ''
        ? []
        : [
            code
              .split('\n')
              .map((line) => `    ${line}`)
              .join('\n'),
          ];
    }
    case 'tr': {
      const cells = element.children
        .filter(isTag)
        .map((cell) => paragraph(cell.children, inside).replaceAll(/\s*\n/g, ' '));
      const text = cells.filter(Boolean).join(' · ');
      return text === '' ? [] : [text];
    }
    default:
      return blockTexts(element.children, inside);
  }
};

const holdsBlocks = (node: ChildNode, depth = 0): boolean =>
  isTag(node) &&
  (blocks.has(node.name) ||
    (depth < mostDepth && node.children.some((child) => holdsBlocks(child, depth + 1))));

const blockTexts = (nodes: readonly ChildNode[], inside: Inside): string[] => {
  if (inside.depth > mostDepth) return [];
  const texts: string[] = [];
  let run: ChildNode[] = [];
  const flush = (): void => {
    const text = paragraph(run, inside);
    if (text !== '') texts.push(text);
    run = [];
  };
  for (const node of nodes) {
    if (!holdsBlocks(node)) run.push(node);
    else if (isTag(node) && !left.has(node.name)) {
      flush();
      texts.push(...blockElement(node, inside));
    }
  }
  flush();
  return texts;
};

/** The longest HTML that is read; a summary is never as long. */
const longest = 2_000_000;

/** Nodes of HTML as Markdown. */
export const nodesToMarkdown = (nodes: readonly ChildNode[], base: string | null = null): string =>
  blockTexts(nodes, { base, depth: 0 }).join('\n\n').trim();

/**
 * HTML from outside as Markdown: words, links, emphasis, lists and headings. Nothing that runs or loads comes through,
 * and only http and https addresses become links.
 */
export const htmlToMarkdown = (html: string, base: string | null = null): string =>
  nodesToMarkdown(parseFragment(html.slice(0, longest)).children, base);

/** The words of HTML on one line. */
export const htmlToLine = (html: string): string =>
  /[<&]/.test(html)
    ? squeeze(rawText(parseFragment(html.slice(0, longest)).children)).trim()
    : squeeze(html).trim();
