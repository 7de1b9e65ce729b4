import { refusal } from '#core/refusal.ts';
import { toTitle } from '../../folder-path.ts';
import type { CandidatePicture, ImportSource, Reader } from '../../reader.ts';
import { toWebAddress } from '#shared/domain/web-address.ts';
import { addDate, addText, emptyFound, keepOther, type Found } from '../found.ts';
import { gather } from '../gather.ts';
import { htmlToMarkdown } from '../html/html-to-markdown.ts';
import { isObject, textOfValue, textsOf, toList, wordsOf, type JsonObject } from '../json-values.ts';
import { parseJson } from '../parse-json.ts';
import { feedDate } from './feed-dates.ts';

const authorsOf = (value: JsonObject): string[] =>
  [...toList(value['authors']), value['author']]
    .filter(isObject)
    .map((author) => textOfValue(author['name']));

const used = new Set(
  'id url external_url title summary content_html content_text image banner_image date_published date_modified author authors tags language'.split(
    ' ',
  ),
);

const readLinks = (found: Found, item: JsonObject): void => {
  const id = textOfValue(item['id']);
  const links = [
    ['url', textOfValue(item['url'])],
    ['external_url', textOfValue(item['external_url'])],
    ['id', toWebAddress(id) === null ? '' : id],
  ] as const;
  for (const [name, text] of links) {
    if (text !== '' && (name !== 'id' || found.addresses.length === 0)) found.addresses.push({ name, text });
  }
  if (!found.addresses.some(({ text }) => text === id)) keepOther(found, 'id', id);
};

const readSummary = (item: JsonObject): string =>
  textOfValue(item['summary']) ||
  htmlToMarkdown(textOfValue(item['content_html']), toWebAddress(textOfValue(item['url']))) ||
  textOfValue(item['content_text']);

const readPicture = (item: JsonObject): CandidatePicture | null => {
  const url = toWebAddress(textOfValue(item['image'])) ?? toWebAddress(textOfValue(item['banner_image']));
  return url !== null ? { file: null, url, alt: '', credit: {} } : null;
};

const readItem = (item: JsonObject, feed: JsonObject): Found => {
  const found = emptyFound();
  const text = (name: string): string => textOfValue(item[name]);
  readLinks(found, item);
  found.summary = readSummary(item);
  found.title = text('title') || found.summary.slice(0, 100);
  const own = authorsOf(item);
  for (const author of own.length > 0 ? own : authorsOf(feed)) addText(found.creators, author);
  for (const tag of textsOf(item['tags'])) addText(found.subjects, tag);
  addDate(found, 'publishedOn', 'date_published', feedDate(text('date_published')));
  addDate(found, 'modifiedOn', 'date_modified', feedDate(text('date_modified')));
  found.language = text('language') || textOfValue(feed['language']);
  found.publisher = textOfValue(feed['title']);
  found.picture = readPicture(item);
  for (const [name, value] of Object.entries(item))
    if (!used.has(name)) keepOther(found, name, wordsOf(value));
  return found;
};

const looksLikeJsonFeed = ({ head }: ImportSource): number =>
  /^\s*\{/.test(head) && /"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\\?\/version/.test(head)
    ? 1
    : 0;

/** JSON Feed 1 and 1.1. */
export const jsonFeedReader: Reader = {
  formats: ['json-feed'],
  recognise: looksLikeJsonFeed,
  read: async (source, work) => {
    const { text, encoding } = source.text();
    const feed = parseJson(text);
    const items = isObject(feed) ? toList(feed['items']).filter(isObject) : [];
    if (!isObject(feed) || items.length === 0)
      throw refusal('file-format', 'import-nothing-inside', { format: 'JSON Feed' });
    const made = await gather(items, (item) => readItem(item, feed), work);
    const title = toTitle(textOfValue(feed['title']));
    return {
      format: 'json-feed',
      title: title === '' ? null : title,
      topics: [],
      ...made,
      about: { encoding, version: textOfValue(feed['version']) },
      questions: [],
    };
  },
};
