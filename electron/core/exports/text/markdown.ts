import MarkdownIt, { type Token } from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { isPlainSentence } from '#shared/domain/plain-sentence.ts';
import { cleanText, trusted, type Html } from './html.ts';

// Bare addresses become links (`linkify`), since curators paste them; HTML is shown as text.
const parser = new MarkdownIt({ html: false, linkify: true, typographer: false });
// Only what is written as an address: `example.com` may as well be a file name.
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

const blocks = [
  'p',
  'hr',
  'blockquote',
  'pre',
  'ul',
  'ol',
  'li',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
];
const inline = ['br', 'code', 'strong', 'em', 's', 'a'];

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [...headings, ...blocks, ...inline],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
};

/**
 * Numbers headings anew from `base` without gaps, so that the outline of the page has no holes whatever the curator
 * typed (`#` then `####`).
 */
const shiftHeadings = (tokens: readonly Token[], base: number): void => {
  const open: number[] = [];
  let current = base;
  for (const token of tokens) {
    if (token.type === 'heading_open') {
      const typed = Number(token.tag.slice(1));
      while (open.length > 0 && (open.at(-1) ?? 0) >= typed) open.pop();
      open.push(typed);
      current = Math.min(base + open.length - 1, 6);
    }
    if (token.type === 'heading_open' || token.type === 'heading_close') token.tag = `h${current}`;
  }
};

/** A token that leaves no trace, or the words that it holds. */
const toWords = (token: Token): void => {
  token.type = 'text';
  token.tag = '';
};

const leadsOut = (token: Token): boolean =>
  /^(?:https?:\/\/[^\s/]|mailto:)/i.test(String(token.attrGet('href') ?? ''));

/**
 * Pictures would be fetched from elsewhere and carry no credit: their text alternative stays. Links that lead nowhere
 * outside this site (`#x`, `other.html`) keep their words.
 */
const withoutStrangers = (children: readonly Token[]): void => {
  const open: boolean[] = [];
  for (const token of children) {
    if (token.type === 'image') toWords(token);
    if (token.type === 'link_open') {
      open.push(leadsOut(token));
      token.attrSet('rel', 'noopener');
      if (!leadsOut(token)) toWords(token);
    }
    if (token.type === 'link_close' && open.pop() === false) toWords(token);
  }
};

/**
 * Markdown as safe HTML: no scripts, no pictures from elsewhere, links to the web or to a mail address only.
 * `headingLevel` is the level that its topmost headings get, one below the heading they stand under.
 */
export const markdownToHtml = (markdown: string, headingLevel: number): Html => {
  // Most summaries are plain sentences, and a site has tens of thousands: no need to parse and clean those.
  if (isPlainSentence(markdown)) return trusted(`<p>${markdown.trimEnd()}</p>`);
  const environment = {};
  const tokens = parser.parse(cleanText(markdown), environment);
  shiftHeadings(tokens, headingLevel);
  for (const { children } of tokens) withoutStrangers(children ?? []);
  const markup = parser.renderer.render(tokens, parser.options, environment);
  return trusted(sanitizeHtml(markup, allowed).trim());
};
