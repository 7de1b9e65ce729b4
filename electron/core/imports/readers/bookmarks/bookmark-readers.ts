import type { ImportSource, Reader } from '../../reader.ts';
import { textOfValue, textsOf, toList, isObject, type JsonObject } from '../json-values.ts';
import { parseJson } from '../parse-json.ts';
import { emptyBookmark, readBookmarks, type Bookmark } from './bookmark.ts';
import { parseFirefox } from './firefox.ts';
import { parseNetscape } from './netscape.ts';

const looksLikeNetscape = ({ head }: ImportSource): number => {
  if (/<!doctype\s+netscape-bookmark-file-1/i.test(head)) return 1;
  return /<dt>\s*<(?:a|h3)\s[^>]*add_date=/i.test(head) ? 0.9 : 0;
};

/** The bookmarks of Chrome, Edge, Firefox, Safari, Internet Explorer, Raindrop, Pinboard, Shaarli and their like. */
export const netscapeReader: Reader = {
  formats: ['bookmarks-html'],
  recognise: looksLikeNetscape,
  read: (source, work) => {
    const { text, encoding } = source.text();
    return readBookmarks({ format: 'bookmarks-html', about: { encoding }, ...parseNetscape(text) }, work);
  },
};

/** Pocket's own web page of links: two plain lists, what is still to be read and what was. */
export const pocketReader: Reader = {
  formats: ['pocket-html'],
  recognise: ({ head }) =>
    /<title>\s*pocket export/i.test(head) ? 1 : /<li>\s*<a\s[^>]*\stime_added=/i.test(head) ? 0.9 : 0,
  read: (source, work) => {
    const { text, encoding } = source.text();
    const { bookmarks, remarks, topics } = parseNetscape(text);
    const file = { format: 'pocket-html', title: 'Pocket', about: { encoding } } as const;
    return readBookmarks({ ...file, bookmarks, remarks, topics }, work);
  },
};

/** The backup that Firefox writes as JSON. */
export const firefoxReader: Reader = {
  formats: ['firefox-json'],
  recognise: ({ head }) => (/^\s*\{/.test(head) && /"text\/x-moz-place/.test(head) ? 1 : 0),
  read: (source, work) => {
    const { text, encoding } = source.text();
    return readBookmarks(
      { format: 'firefox-json', about: { encoding }, ...parseFirefox(parseJson(text)) },
      work,
    );
  },
};

const usedByOmnivore = new Set('title url description author labels savedAt publishedAt'.split(' '));

const toOmnivoreBookmark = (item: JsonObject, index: number): Bookmark => ({
  ...emptyBookmark(index + 1, []),
  title: textOfValue(item['title']),
  address: textOfValue(item['url']),
  description: textOfValue(item['description']),
  author: textOfValue(item['author']),
  tags: textsOf(item['labels']),
  added: textOfValue(item['savedAt']),
  published: textOfValue(item['publishedAt']),
  other: Object.fromEntries(
    Object.entries(item)
      .filter(([name]) => !usedByOmnivore.has(name))
      .map(([name, value]) => [name, textsOf(value).join('\n')]),
  ),
});

/** Omnivore's export: a list of articles. */
export const omnivoreReader: Reader = {
  formats: ['omnivore'],
  recognise: ({ head }) =>
    /^\s*\[\s*\{/.test(head) && /"savedAt"\s*:/.test(head) && /"labels"\s*:/.test(head) ? 0.95 : 0,
  read: (source, work) => {
    const { text, encoding } = source.text();
    const bookmarks = toList(parseJson(text)).filter(isObject).map(toOmnivoreBookmark);
    const file = { format: 'omnivore', title: 'Omnivore', about: { encoding } } as const;
    return readBookmarks({ ...file, bookmarks, topics: [], remarks: [] }, work);
  },
};

/** Bookkeeping of the service, and what has a field. */
const usedByPinboard = new Set('href description extended time tags shared toread meta hash'.split(' '));

const toPinboardBookmark = (item: JsonObject, index: number): Bookmark => ({
  ...emptyBookmark(index + 1, []),
  title: textOfValue(item['description']),
  address: textOfValue(item['href']),
  description: textOfValue(item['extended']),
  tags: textOfValue(item['tags']).split(/\s+/),
  added: textOfValue(item['time']),
  isPrivate: textOfValue(item['shared']) === 'no',
  other: Object.fromEntries([
    ['toread', textOfValue(item['toread']) === 'yes' ? 'yes' : ''],
    ...Object.entries(item)
      .filter(([name]) => !usedByPinboard.has(name))
      .map(([name, value]) => [name, textsOf(value).join('\n')] as const),
  ]),
});

/** Pinboard's export, and the answer of its interface to `posts/all`: a list of bookmarks, tags parted by blanks. */
export const pinboardReader: Reader = {
  formats: ['pinboard-json'],
  recognise: ({ head }) =>
    /^\s*\[\s*\{/.test(head) && /"href"\s*:/.test(head) && /"(?:extended|toread)"\s*:/.test(head) ? 0.95 : 0,
  read: (source, work) => {
    const { text, encoding } = source.text();
    const bookmarks = toList(parseJson(text)).filter(isObject).map(toPinboardBookmark);
    const file = { format: 'pinboard-json', title: 'Pinboard', about: { encoding } } as const;
    return readBookmarks({ ...file, bookmarks, topics: [], remarks: [] }, work);
  },
};
