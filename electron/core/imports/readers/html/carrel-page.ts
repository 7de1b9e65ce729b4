import type { Document } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import { typeOfWords } from '../../type-words.ts';
import { addDate, addText, type Found } from '../found.ts';
import { isObject, textOfValue, textsOf, toList, type JsonObject } from '../json-values.ts';
import { parseJson } from '../parse-json.ts';

/** What the linked data of a page says of one work. */
export type WorkData = JsonObject;

const dataOf = (text: string): unknown => {
  try {
    return parseJson(text);
  } catch {
    return null;
  }
};

/** The works that a page lists in its schema.org data, by address, else by name. */
export const readLinkedData = (document: Document): ReadonlyMap<string, WorkData> => {
  const works = new Map<string, WorkData>();
  const scripts = DomUtils.findAll(
    ({ name, attribs }) => name === 'script' && attribs['type'] === 'application/ld+json',
    document.children,
  );
  for (const script of scripts) {
    // A page of several topics has a list of them.
    for (const data of toList(dataOf(DomUtils.textContent(script.children))).filter(isObject)) {
      const list = isObject(data['mainEntity']) ? toList(data['mainEntity']['itemListElement']) : [];
      for (const { item } of list.filter(isObject)) {
        if (isObject(item)) works.set(textOfValue(item['url']) || textOfValue(item['name']), item);
      }
    }
  }
  return works;
};

const namesOf = (value: unknown): string[] =>
  toList(value).map((one) => (isObject(one) ? textOfValue(one['name']) : textOfValue(one)));

/** Adds what the data says and the page does not show. */
export const addWorkData = (found: Found, work: WorkData | undefined): void => {
  if (work === undefined) return;
  found.typeId = typeOfWords(textOfValue(work['@type']));
  for (const name of [...namesOf(work['creator']), ...namesOf(work['author'])]) addText(found.creators, name);
  found.publisher = namesOf(work['publisher'])[0] ?? '';
  found.language = textOfValue(work['inLanguage']);
  for (const word of textsOf(work['keywords'])) addText(found.subjects, word);
  addDate(found, 'publishedOn', 'datePublished', textOfValue(work['datePublished']));
  addDate(found, 'modifiedOn', 'dateModified', textOfValue(work['dateModified']));
};
