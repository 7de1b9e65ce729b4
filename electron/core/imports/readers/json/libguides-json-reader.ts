import { refusal } from '#core/refusal.ts';
import { toTitle } from '../../folder-path.ts';
import type { ImportSource, Reader } from '../../reader.ts';
import { addDate, addText, emptyFound, keepOther, type Found } from '../found.ts';
import { gather } from '../gather.ts';
import { htmlToLine, htmlToMarkdown } from '../html/html-to-markdown.ts';
import { isObject, textOfValue, toList, wordsOf, type JsonObject } from '../json-values.ts';
import { parseJson } from '../parse-json.ts';
import { chooseItems } from './private-items.ts';

const used = new Set(
  'name description url friendly_url published updated subjects tags owner id created status status_label type_label pages'.split(
    ' ',
  ),
);

/** `2020-12-18 18:17:48`: the day as the server saw it. */
const dayOf = (value: unknown): string =>
  textOfValue(value)
    .replace(/[ T].*$/, '')
    .replace(/^0000.*/, '');

const readGuide = (guide: JsonObject): Found => {
  const found = emptyFound();
  const text = (name: string): string => textOfValue(guide[name]);
  found.title = htmlToLine(text('name'));
  found.summary = htmlToMarkdown(text('description'));
  const url = text('friendly_url') || text('url');
  if (url !== '') found.addresses.push({ name: 'url', text: url });
  if (text('url') !== url) keepOther(found, 'url', text('url'));
  for (const subject of toList(guide['subjects']).filter(isObject))
    addText(found.subjects, textOfValue(subject['name']));
  for (const tag of toList(guide['tags']).filter(isObject)) {
    addText(found.subjects, textOfValue(tag['text'] ?? tag['name']).replaceAll('_', ' '));
  }
  const owner = isObject(guide['owner']) ? guide['owner'] : {};
  addText(
    found.creators,
    [textOfValue(owner['first_name']), textOfValue(owner['last_name'])].join(' ').trim(),
  );
  addDate(found, 'publishedOn', 'published', dayOf(guide['published']));
  addDate(found, 'modifiedOn', 'updated', dayOf(guide['updated']));
  for (const name of ['id', 'created', 'status_label', 'type_label']) keepOther(found, name, text(name));
  for (const [name, value] of Object.entries(guide))
    if (!used.has(name)) keepOther(found, name, wordsOf(value));
  const pages = toList(guide['pages'])
    .filter(isObject)
    .map((page) => textOfValue(page['name']));
  keepOther(found, 'pages', pages.join('\n'));
  return found;
};

const isPublic = (guide: JsonObject): boolean => {
  const label = textOfValue(guide['status_label']).toLowerCase();
  return label === '' ? ['', '1'].includes(textOfValue(guide['status'])) : label === 'published';
};

/** The answer of the LibGuides API to `/guides`: each guide is a link with its subjects and dates. */
export const libguidesJsonReader: Reader = {
  formats: ['libguides-json'],
  recognise: ({ head }: ImportSource) =>
    /^\s*[[{]/.test(head) &&
    /"friendly_url"\s*:/.test(head) &&
    /"(?:slug_id|site_id|owner_id|type_label)"\s*:/.test(head)
      ? 1
      : 0,
  read: async (source, work) => {
    const { text, encoding } = source.text();
    const data = parseJson(text);
    const guides = toList(isObject(data) && 'guides' in data ? data['guides'] : data).filter(isObject);
    if (guides.length === 0) throw refusal('file-format', 'import-nothing-inside', { format: 'LibGuides' });
    const guarded = guides.map((item) => ({
      item,
      title: toTitle(textOfValue(item['name'])),
      isPublic: isPublic(item),
    }));
    const { items, questions, leftOut } = chooseItems(guarded, work.choices);
    const made = await gather(items, readGuide, work);
    return {
      format: 'libguides-json',
      title: null,
      topics: [],
      candidates: made.candidates,
      problems: [...made.problems, ...leftOut],
      about: { encoding },
      questions,
    };
  },
};
