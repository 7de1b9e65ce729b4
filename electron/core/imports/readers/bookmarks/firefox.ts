import { toTitle } from '../../folder-path.ts';
import type { CandidateTopic } from '../../reader.ts';
import type { RowRemark } from '../../remark.ts';
import { isObject, textOfValue, toList, type JsonObject } from '../json-values.ts';
import { emptyBookmark, splitTags, type Bookmark } from './bookmark.ts';

const descriptionOf = (node: JsonObject): string => {
  const note = toList(node['annos'])
    .filter(isObject)
    .find((anno) => anno['name'] === 'bookmarkProperties/description');
  return textOfValue(note?.['value']);
};

const isFolder = (node: JsonObject): boolean => node['type'] === 'text/x-moz-place-container';
const isLink = (node: JsonObject): boolean => node['type'] === 'text/x-moz-place';

const toBookmark = (node: JsonObject, row: number, path: readonly string[]): Bookmark => {
  const tags = textOfValue(node['tags']);
  return {
    ...emptyBookmark(row, path),
    title: textOfValue(node['title']),
    address: textOfValue(node['uri']),
    description: descriptionOf(node),
    tags: tags === '' ? [] : splitTags(`${tags},`),
    added: textOfValue(node['dateAdded']),
    other: { keyword: textOfValue(node['keyword']) },
  };
};

/** The tree of a Firefox backup. Its times count microseconds. */
export const parseFirefox = (root: unknown) => {
  const bookmarks: Bookmark[] = [];
  const topics: CandidateTopic[] = [];
  const remarks: RowRemark[] = [];
  const walk = (node: JsonObject, above: readonly string[]): void => {
    const title = toTitle(textOfValue(node['title']));
    const path = title === '' ? above : [...above, title];
    const description = descriptionOf(node);
    const before = bookmarks.length;
    if (description !== '') topics.push({ path, description });
    for (const child of toList(node['children']).filter(isObject)) {
      if (isFolder(child)) walk(child, path);
      else if (isLink(child)) bookmarks.push(toBookmark(child, bookmarks.length + 1, path));
    }
    if (bookmarks.length === before && title !== '') {
      remarks.push({ row: before, title: path.join(' / '), reason: 'empty-folder', values: {} });
    }
  };
  if (isObject(root)) walk(root, []);
  return { title: null, bookmarks, topics, remarks };
};
