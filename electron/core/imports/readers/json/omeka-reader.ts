import { refusal } from '#core/refusal.ts';
import { toIdentifier } from '../../identifiers.ts';
import { toFoundCredit } from '../../picture-credit.ts';
import type { ImportSource, Reader } from '../../reader.ts';
import { typeOfWords } from '../../type-words.ts';
import { toWebAddress } from '#shared/domain/web-address.ts';
import { addDate, addIdentifier, addText, emptyFound, keepOther, type Found } from '../found.ts';
import { gather } from '../gather.ts';
import { htmlToLine, htmlToMarkdown } from '../html/html-to-markdown.ts';
import { isObject, textOfValue, toList, wordsOf, type JsonObject } from '../json-values.ts';
import { parseJson } from '../parse-json.ts';
import { chooseItems } from './private-items.ts';

/** The words of a value: its literal, its label, or the address it names. */
const wordsOfValue = (value: unknown): string => {
  if (!isObject(value)) return textOfValue(value);
  for (const name of ['@value', 'display_title', 'o:label', '@id']) {
    const text = textOfValue(value[name]);
    if (text !== '') return text;
  }
  return '';
};

const values = (item: JsonObject, name: string): string[] =>
  toList(item[name]).map(wordsOfValue).filter(Boolean);

const both = (item: JsonObject, name: string): string[] => [
  ...values(item, `dcterms:${name}`),
  ...values(item, `dc:${name}`),
];

const used = new Set(
  'title creator contributor subject description abstract publisher date issued created modified language rights license rightsHolder type identifier'
    .split(' ')
    .flatMap((name) => [`dcterms:${name}`, `dc:${name}`]),
);

const readIdentifiers = (found: Found, item: JsonObject): void => {
  for (const text of [
    ...both(item, 'identifier'),
    ...values(item, 'bibo:doi'),
    ...values(item, 'bibo:isbn'),
  ]) {
    const address = toWebAddress(text);
    const number = toIdentifier('identifier', text);
    if (number.scheme !== 'other' || address === null) addIdentifier(found, number);
    else found.addresses.push({ name: 'dcterms:identifier', text: address });
  }
};

const readPicture = (found: Found, item: JsonObject): void => {
  const original = textOfValue(item['o:original_url']);
  const thumbnails = isObject(item['thumbnail_display_urls']) ? item['thumbnail_display_urls'] : {};
  const url = toWebAddress(original) ?? toWebAddress(textOfValue(thumbnails['large']));
  const isImage = textOfValue(item['o:media_type']).startsWith('image/') || toWebAddress(original) === null;
  if (url === null || !isImage) return;
  found.picture = {
    file: textOfValue(item['o:source']) || null,
    url,
    alt: textOfValue(item['o:alt_text']).slice(0, 5_000),
    credit: toFoundCredit({
      title: found.title,
      creators: found.creators,
      rights: found.rights,
      attribution: both(item, 'rightsHolder').join('; '),
      sourceUrl: null,
    }),
  };
};

const readWords = (found: Found, item: JsonObject): void => {
  const [title = '', ...titles] = both(item, 'title');
  found.title = htmlToLine(title) || textOfValue(item['o:title']);
  for (const other of titles) keepOther(found, 'other titles', other);
  for (const name of [...both(item, 'creator'), ...both(item, 'contributor')])
    addText(found.creators, htmlToLine(name));
  for (const word of both(item, 'subject')) addText(found.subjects, htmlToLine(word));
  for (const text of [...both(item, 'rights'), ...both(item, 'license')])
    addText(found.rights, htmlToLine(text));
  found.summary = [...both(item, 'description'), ...both(item, 'abstract')]
    .map((text) => htmlToMarkdown(text))
    .join('\n\n');
  found.publisher = both(item, 'publisher').join('; ');
  found.language = both(item, 'language')[0] ?? '';
};

const readDates = (found: Found, item: JsonObject): void => {
  for (const name of ['issued', 'date', 'created']) {
    for (const text of both(item, name)) addDate(found, 'publishedOn', `dcterms:${name}`, text);
  }
  for (const text of [...both(item, 'modified'), wordsOfValue(item['o:modified'])]) {
    addDate(found, 'modifiedOn', 'modified', text.replace(/T.*$/, ''));
  }
};

const keepRest = (found: Found, item: JsonObject): void => {
  keepOther(found, '@id', textOfValue(item['@id']));
  for (const [name, value] of Object.entries(item)) {
    const isTerm = name.includes(':') && !name.startsWith('o:') && !used.has(name);
    if (isTerm) keepOther(found, name, values(item, name).join('\n'));
    else if (name === 'data' && toList(value).length > 0) keepOther(found, name, wordsOf(value));
  }
};

const readItem = (item: JsonObject): Found => {
  const found = emptyFound();
  readWords(found, item);
  readDates(found, item);
  readIdentifiers(found, item);
  for (const type of [...both(item, 'type'), textOfValue(item['o:media_type'])]) {
    found.typeId ??= typeOfWords(type);
    keepOther(found, 'type', type);
  }
  const file = textOfValue(item['o:original_url']);
  if (file !== '') found.addresses.push({ name: 'o:original_url', text: file });
  keepRest(found, item);
  readPicture(found, item);
  return found;
};

const isRecord = (item: JsonObject): boolean =>
  toList(item['@type']).some((type) => /^o:(?:Item|Media|ItemSet)$/.test(textOfValue(type)));

/** JSON-LD of Omeka S: items, media and item sets. */
export const omekaReader: Reader = {
  formats: ['omeka-s'],
  recognise: ({ head }: ImportSource) =>
    /^\s*[[{]/.test(head) && /"o:(?:id|Item|Media|is_public|title)"/.test(head) && /"@(?:type|id)"/.test(head)
      ? 1
      : 0,
  read: async (source, work) => {
    const { text, encoding } = source.text();
    const records = toList(parseJson(text)).filter(isObject).filter(isRecord);
    if (records.length === 0) throw refusal('file-format', 'import-nothing-inside', { format: 'Omeka S' });
    const guarded = records.map((item) => ({
      item,
      title: textOfValue(item['o:title']),
      isPublic: item['o:is_public'] !== false,
    }));
    const { items, questions, leftOut } = chooseItems(guarded, work.choices);
    const made = await gather(items, readItem, work);
    const problems = [...made.problems, ...leftOut];
    return {
      format: 'omeka-s',
      title: null,
      topics: [],
      candidates: made.candidates,
      problems,
      about: { encoding },
      questions,
    };
  },
};
