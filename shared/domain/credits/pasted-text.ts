import { oneLine } from './credit-parts.ts';

/** A link inside pasted text: where its words stand, where it leads, and its `title` attribute. */
export type PastedLink = {
  readonly start: number;
  readonly end: number;
  readonly href: string;
  readonly title: string;
};

/** Pasted HTML, Markdown or plain text as text with links. */
export type PastedText = { readonly text: string; readonly links: readonly PastedLink[] };

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  copy: '©',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

const codePoint = (value: number): string =>
  value > 0 && value <= 0x10_ff_ff && !(value >= 0xd8_00 && value <= 0xdf_ff)
    ? String.fromCodePoint(value)
    : '';

const decodeEntities = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (typeof decimal === 'string') return codePoint(Number(decimal));
    if (typeof hex === 'string') return codePoint(Number.parseInt(hex, 16));
    return entities[String(name).toLowerCase()] ?? whole;
  });

const attribute = (tag: string, name: string): string => {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  return decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim();
};

const absolute = (href: string): string => (href.startsWith('//') ? `https:${href}` : href);
const isWeb = (href: string): boolean => /^https?:\/\/[^\s/]/i.test(href) && URL.canParse(href);

const block =
  /^<\/?(?:p|div|br|li|ul|ol|dl|dt|dd|tr|td|th|table|h[1-6]|section|figcaption|figure|header|footer)\b/i;
const silentElements = /<(script|style|svg|template|noscript)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;

type Building = {
  text: string;
  links: PastedLink[];
  open: { href: string; title: string; start: number } | null;
};

const closeLink = (state: Building): void => {
  const { open } = state;
  if (open !== null)
    state.links.push({ start: open.start, end: state.text.length, href: open.href, title: open.title });
  state.open = null;
};

const readTag = (tag: string, state: Building): void => {
  if (/^<\/a\b/i.test(tag)) {
    closeLink(state);
    return;
  }
  if (/^<a\s/i.test(tag)) {
    closeLink(state);
    const href = absolute(attribute(tag, 'href'));
    if (isWeb(href)) state.open = { href, title: attribute(tag, 'title'), start: state.text.length };
    return;
  }
  if (block.test(tag) && !state.text.endsWith('\n')) state.text += '\n';
};

const flattenHtml = (html: string): PastedText => {
  const state: Building = { text: '', links: [], open: null };
  for (const piece of html.replaceAll(silentElements, '').split(/(<\/?[a-z][^<>]*>)/i)) {
    if (/^<\/?[a-z]/i.test(piece)) readTag(piece, state);
    else state.text += decodeEntities(piece).replaceAll(/\s+/g, ' ');
  }
  closeLink(state);
  return { text: state.text, links: state.links };
};

const markdownLink = /\[([^\][]*)\]\((https?:\/\/[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)\)/g;

const flattenMarkdown = (source: string): PastedText => {
  const links: PastedLink[] = [];
  let text = '';
  let at = 0;
  for (const match of source.matchAll(markdownLink)) {
    const [whole, words = '', href = ''] = match;
    text += source.slice(at, match.index);
    links.push({ start: text.length, end: text.length + words.length, href, title: '' });
    text += words;
    at = match.index + whole.length;
  }
  return { text: text + source.slice(at), links };
};

const hasMarkup = /<(?:a|p|div|span|br|i|em|b|cite|figure|img|dl|table)\b[^<>]*>/i;

/** Takes what was pasted apart into text and links. Nothing is run and no markup is kept. The text begins with its first word. */
export const flattenPasted = (pasted: string): PastedText => {
  const { text, links } = hasMarkup.test(pasted) ? flattenHtml(pasted) : flattenMarkdown(pasted);
  const shift = text.length - text.trimStart().length;
  return {
    text: text.slice(shift),
    links: links.map((link) => ({ ...link, start: link.start - shift, end: link.end - shift })),
  };
};

/** A piece of pasted text as a value: on one line, otherwise letter by letter, without the punctuation that stood around it. */
export const tidy = (text: string): string =>
  oneLine(text.replaceAll(/[\s\u200B\u200E\u200F\uFEFF]+/g, ' '))
    .replace(/^[\s"“”„«»'|,;:·–-]+/, '')
    .replace(/[\s"“”„«»'|,;:·–-]+$/, '')
    .replace(/\.$/, '')
    .trim();
