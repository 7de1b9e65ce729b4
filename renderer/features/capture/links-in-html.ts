import { joinLinks, toCapturedLink, type CapturedLink } from '#shared/domain/capture/captured-link.ts';
import { toWebAddress } from '#shared/domain/web-address.ts';

/** What a piece of a page that was dropped or pasted holds. */
export type HtmlLinks = {
  readonly links: readonly CapturedLink[];
  /** The address of a picture, when the piece is nothing but that. */
  readonly picture: string | null;
};

const blocks =
  'p, li, dd, dt, td, th, blockquote, article, section, figure, h1, h2, h3, h4, h5, h6, div, body';

const wordsOf = (element: Element): string => element.textContent.replaceAll(/\s+/g, ' ').trim();

/** The words around a link: of the paragraph, list item or cell it stands in, as long as it is the only link there. */
const around = (anchor: Element, title: string): string => {
  let block = anchor.closest(blocks);
  while (block && wordsOf(block) === title && block.parentElement) {
    const outer = block.parentElement.closest(blocks);
    if (!outer || outer.querySelectorAll('a[href]').length > 1) break;
    block = outer;
  }
  return block && block.querySelectorAll('a[href]').length === 1 ? wordsOf(block) : '';
};

const toLinks = (anchor: Element): readonly CapturedLink[] => {
  const url = toWebAddress(anchor.getAttribute('href') ?? '');
  if (url === null) return [];
  const words = wordsOf(anchor);
  const title = words || (anchor.querySelector('img[alt]')?.getAttribute('alt') ?? '');
  return [toCapturedLink(url, title, around(anchor, words))];
};

/** Reads the links of a piece of HTML. It is data: nothing is run, shown or fetched. */
export const linksInHtml = (html: string): HtmlLinks => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const silent of page.querySelectorAll('script, style, template, noscript')) silent.remove();
  const links = joinLinks([...page.querySelectorAll('a[href]')].flatMap(toLinks));
  const isOnlyPicture = wordsOf(page.body) === '' && links.length < 2;
  const source = page.querySelector('img[src]')?.getAttribute('src') ?? '';
  return { links, picture: isOnlyPicture ? toWebAddress(source) : null };
};
