import { Parser } from 'htmlparser2';

/** What a page says in its tags, as found: the first of each name counts. */
export type PageTags = {
  /** By `property`, `name`, `itemprop` or `http-equiv`, in small letters. */
  readonly metas: ReadonlyMap<string, string>;
  readonly title: string;
  readonly language: string;
  /** The texts of its blocks of linked data. */
  readonly linkedData: readonly string[];
};

const mostBlocks = 50;
/** How deep elements may lie in each other, and how much is read before that is looked at, in characters. */
const mostDepth = 2_000;
const slice = 16_384;

const isLinkedData = (type: string | undefined): boolean =>
  type?.trim().toLowerCase() === 'application/ld+json';

/**
 * Walks through a page without building it: nothing is run, shown or fetched. Where elements lie in each other deeper
 * than in any real page, it is left: each of them would cost as much as all before.
 */
export const readPageTags = (html: string): PageTags => {
  const metas = new Map<string, string>();
  const linkedData: string[] = [];
  let language = '';
  let title: string | null = null;
  let into: 'title' | 'data' | null = null;
  let depthInSvg = 0;
  let text = '';
  let depth = 0;

  const onMeta = (attributes: Readonly<Record<string, string>>) => {
    const { content = '', property, name, itemprop } = attributes;
    const key = property ?? name ?? itemprop ?? attributes['http-equiv'];
    const lower = key?.trim().toLowerCase();
    if (lower && content.trim() !== '' && !metas.has(lower)) metas.set(lower, content);
  };
  const begin = (what: 'title' | 'data') => {
    into = what;
    text = '';
  };
  const parser = new Parser({
    onopentag: (tag, attributes) => {
      depth += 1;
      if (tag === 'html') language ||= attributes['lang'] || '';
      else if (tag === 'svg') depthInSvg += 1;
      else if (tag === 'meta') onMeta(attributes);
      // A drawing has titles of its own.
      else if (tag === 'title' && title === null && depthInSvg === 0) begin('title');
      else if (tag === 'script' && isLinkedData(attributes['type'])) begin('data');
    },
    ontext: (piece) => {
      if (into !== null) text += piece;
    },
    onclosetag: (tag) => {
      depth -= 1;
      if (tag === 'svg') depthInSvg -= 1;
      if (tag === 'title' && into === 'title') title = text;
      else if (tag === 'script' && into === 'data' && linkedData.length < mostBlocks) linkedData.push(text);
      else return;
      into = null;
    },
  });
  for (let at = 0; at < html.length; at += slice) {
    parser.write(html.slice(at, at + slice));
    if (depth > mostDepth) break;
  }
  parser.end();
  return { metas, title: title ?? '', language, linkedData };
};
