import MarkdownIt, { type Token } from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

/** A heading of a page, for its table of contents. */
export type GuideHeading = { readonly id: string; readonly text: string; readonly level: number };

/** A page of the guide, ready to be shown. */
export type GuideText = {
  readonly title: string;
  readonly html: string;
  readonly headings: readonly GuideHeading[];
};

const parser = new MarkdownIt({ html: false, linkify: false, typographer: false });

const allowed: sanitizeHtml.IOptions = {
  allowedTags: sanitizeHtml.defaults.allowedTags.concat('img'),
  allowedAttributes: {
    a: ['href'],
    img: ['src', 'alt', 'width', 'height'],
    ol: ['start'],
    ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, ['id']])),
  },
  allowedSchemes: ['https', 'mailto'],
  allowProtocolRelative: false,
};

const wordsOf = (token: Token | undefined): string =>
  (token?.children ?? [])
    .filter(({ type }) => type === 'text' || type === 'code_inline')
    .map(({ content }) => content)
    .join('');

/** An id from a heading's words; a second heading of the same words gets a number. */
const idFor = (text: string, taken: ReadonlySet<string>): string => {
  const words = text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  const base = `guide-${words.replaceAll(/^-+|-+$/g, '')}`;
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  return id;
};

const nameHeadings = (tokens: readonly Token[]): readonly GuideHeading[] => {
  const headings: GuideHeading[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const text = wordsOf(tokens[index + 1]);
    const id = idFor(text, new Set(headings.map((heading) => heading.id)));
    token.attrSet('id', id);
    headings.push({ id, text, level: Number(token.tag.slice(1)) });
  }
  return headings;
};

/** Where a link of the guide leads in the app: the web, or another page of the guide. Anywhere else: null. */
export const guideLink = (href: string): string | null => {
  if (/^(?:https:\/\/|mailto:)/i.test(href)) return href;
  const page = /^(?:\.\/)?([a-z][a-z0-9-]*|README)\.md(?:#.*)?$/.exec(href)?.[1];
  return page === undefined ? null : `#guide:${page === 'README' ? 'contents' : page}`;
};

/** The pictures' size, so that nothing jumps while they load; null where there is no such picture. */
export type PictureSize = (name: string) => { readonly width: number; readonly height: number } | null;

const toWords = (token: Token, words = ''): void => {
  token.type = 'text';
  token.tag = '';
  token.content = words;
};

const placePicture = (token: Token, sizeOf: PictureSize): void => {
  const name = /^\.\.\/pictures\/([a-z0-9-]+\.png)$/.exec(String(token.attrGet('src')))?.[1];
  const size = name === undefined ? null : sizeOf(name);
  if (!size) return toWords(token, token.content);
  token.attrSet('src', `/guide/pictures/${name}`);
  token.attrSet('width', String(size.width));
  token.attrSet('height', String(size.height));
};

/** Leads links and pictures to where they are within the app. A link to a file that does not ship keeps its words. */
const redirect = (children: readonly Token[], sizeOf: PictureSize): void => {
  const open: boolean[] = [];
  for (const token of children) {
    if (token.type === 'image') placePicture(token, sizeOf);
    if (token.type === 'link_open') {
      const href = guideLink(String(token.attrGet('href')));
      open.push(href !== null);
      if (href === null) toWords(token);
      else token.attrSet('href', href);
    }
    if (token.type === 'link_close' && open.pop() === false) toWords(token);
  }
};

/** A page of the guide as safe HTML, with its headings named and its links and pictures leading to places in the app. */
export const guideHtml = (markdown: string, sizeOf: PictureSize): GuideText => {
  const environment = {};
  const tokens = parser.parse(markdown, environment);
  const headings = nameHeadings(tokens);
  for (const { children } of tokens) redirect(children ?? [], sizeOf);
  const html = sanitizeHtml(parser.renderer.render(tokens, parser.options, environment), allowed).trim();
  return { title: headings.find(({ level }) => level === 1)?.text ?? '', html, headings };
};
