import { refusal } from '#core/refusal.ts';
import { toTitle } from '../../folder-path.ts';
import type { CandidateTopic, ImportSource, Reader } from '../../reader.ts';
import { addDate, addText, emptyFound, keepOther, type Found } from '../found.ts';
import { gather } from '../gather.ts';
import { htmlToLine, htmlToMarkdown } from '../html/html-to-markdown.ts';
import { childrenOf, childText, findAll, parseLooseXml, type LooseElement } from '../loose-xml.ts';
import { feedDate } from './feed-dates.ts';

const used = new Set(
  'text title htmlurl xmlurl url description category created type _note language'.split(' '),
);

const attribute = (outline: LooseElement, name: string): string => outline.attributes.get(name)?.trim() ?? '';

const titleOf = (outline: LooseElement): string =>
  htmlToLine(attribute(outline, 'text')) || htmlToLine(attribute(outline, 'title'));

const readOutline = (outline: LooseElement, path: readonly string[]): Found => {
  const found = emptyFound();
  found.title = titleOf(outline);
  found.path = path;
  const [page, link, feed] = ['htmlurl', 'url', 'xmlurl'].map((name) => attribute(outline, name));
  // The page is the link; the feed is kept beside it.
  for (const [name, text] of [
    ['htmlUrl', page],
    ['url', link],
  ] as const) {
    if (text !== undefined && text !== '') found.addresses.push({ name, text });
  }
  if (found.addresses.length === 0 && feed) found.addresses.push({ name: 'xmlUrl', text: feed });
  else if (feed) keepOther(found, 'xmlUrl', feed);
  found.summary = htmlToMarkdown(attribute(outline, 'description') || attribute(outline, '_note'));
  for (const category of attribute(outline, 'category').split(',')) {
    addText(found.subjects, category.replace(/^\//, '').replaceAll('/', ' / '));
  }
  addDate(found, 'addedOn', 'created', feedDate(attribute(outline, 'created')));
  const language = attribute(outline, 'language');
  found.language = /^unknown$/i.test(language) ? '' : language;
  for (const [name, value] of outline.attributes) if (!used.has(name)) keepOther(found, name, value);
  keepOther(found, 'outline type', attribute(outline, 'type'));
  return found;
};

const hasLink = (outline: LooseElement): boolean =>
  ['htmlurl', 'url', 'xmlurl'].some((name) => attribute(outline, name) !== '');

type Outlines = { readonly found: Found[]; readonly topics: CandidateTopic[] };

/** Outlines with others inside are topics, the others are resources. One that is both becomes both. */
const walk = (outlines: readonly LooseElement[], path: readonly string[], into: Outlines): void => {
  for (const outline of outlines) {
    const inside = childrenOf(outline, 'outline');
    const isTopic = inside.length > 0;
    if (!isTopic || hasLink(outline)) into.found.push(readOutline(outline, path));
    if (!isTopic) continue;
    const below = [...path, toTitle(titleOf(outline)) || 'Untitled'];
    into.topics.push({ path: below, description: htmlToMarkdown(attribute(outline, 'description')) });
    walk(inside, below, into);
  }
};

/** Outlines that say nothing at all only keep others apart. */
const isBlank = (found: Found): boolean => found.title === '' && found.addresses.length === 0;

/** OPML: lists of feeds and links, and outlines of any other kind. */
export const opmlReader: Reader = {
  formats: ['opml'],
  recognise: ({ head }: ImportSource) => (/<opml[\s>]/i.test(head) ? 1 : /<outline\s/i.test(head) ? 0.7 : 0),
  read: async (source, work) => {
    const { text, encoding } = source.text();
    const root = parseLooseXml(text);
    const [body] = findAll(root, 'body');
    const into: Outlines = { found: [], topics: [] };
    walk(body ? childrenOf(body, 'outline') : findAll(root, 'outline'), [], into);
    const records = into.found.filter((found) => !isBlank(found));
    if (records.length === 0) throw refusal('file-format', 'import-nothing-inside', { format: 'OPML' });
    const made = await gather(records, (one) => one, work);
    const [head] = findAll(root, 'head');
    const title = toTitle(head ? htmlToLine(childText(head, 'title')) : '');
    const version = findAll(root, 'opml')[0]?.attributes.get('version') ?? '';
    return {
      format: 'opml',
      title: title === '' ? null : title,
      topics: into.topics,
      ...made,
      about: { encoding, version: `OPML ${version}`.trim() },
      questions: [],
    };
  },
};
