import { refusal } from '#core/refusal.ts';
import { toWebAddress } from '#shared/domain/web-address.ts';
import { identifierSchema, quotedFromSchema } from '#shared/model/resource.ts';
import { topicStatusSchema } from '#shared/model/topic.ts';
import { toTitle } from '../../folder-path.ts';
import { toFoundCredit } from '../../picture-credit.ts';
import type { CandidatePicture, CandidateTopic, Reader, ReadWork } from '../../reader.ts';
import { addDate, addIdentifier, addText, emptyFound, foundDates, keepOther, type Found } from '../found.ts';
import { gather } from '../gather.ts';
import { isObject, textOfValue, textsOf, toList, wordsOf, type JsonObject } from '../json-values.ts';
import { parseJson } from '../parse-json.ts';
import { namedType } from './named-type.ts';

const objects = (value: unknown): JsonObject[] => toList(value).filter(isObject);

const text = (item: JsonObject, name: string): string => textOfValue(item[name]);

/** What the export says of its pictures, by their hash. The files themselves may lie beside it. */
const picturesOf = (data: JsonObject): ReadonlyMap<string, CandidatePicture> =>
  new Map(
    objects(data['pictures']).map((picture) => {
      const credit = toFoundCredit({
        title: text(picture, 'title'),
        creators: text(picture, 'creator') === '' ? [] : [text(picture, 'creator')],
        rights: [text(picture, 'licenseAddress') || text(picture, 'license')].filter(Boolean),
        attribution: '',
        sourceUrl: toWebAddress(text(picture, 'source')),
      });
      const [copyrightNotice, changes] = [text(picture, 'copyrightNotice'), text(picture, 'changes')];
      const origins = {
        ...credit.origins,
        ...(copyrightNotice !== '' && { copyrightNotice: 'imported' as const }),
        ...(changes !== '' && { changes: 'imported' as const }),
      };
      const found: CandidatePicture = {
        file: text(picture, 'fileName') || null,
        url: null,
        alt: text(picture, 'alt').slice(0, 5_000),
        credit: { ...credit, copyrightNotice, changes, origins },
      };
      return [text(picture, 'sha256'), found];
    }),
  );

const topicOf = (topic: JsonObject): CandidateTopic => {
  const path = [...textsOf(topic['path']), text(topic, 'title')].map(toTitle).filter(Boolean);
  const status = topicStatusSchema.safeParse(topic['status']);
  return {
    path,
    description: text(topic, 'description').slice(0, 100_000),
    language: text(topic, 'language') || null,
    ...(status.success && { status: status.data }),
    sections: objects(topic['sections'])
      // A live section makes itself anew; its entries stand in the others.
      .filter(({ sortBy, entries }) => !(typeof sortBy === 'string' && toList(entries).length === 0))
      .map((section) => ({
        title: toTitle(text(section, 'title')),
        description: text(section, 'description').slice(0, 100_000),
      })),
  };
};

/** Names that the export gives, each of which has a field or says nothing that an import needs. */
const used = new Set(
  'id title url type summary quotedFrom picture createdAt updatedAt creators publisher identifiers language subjects audience accessNote rights publishedOn addedOn modifiedOn checkedOn otherFields'.split(
    ' ',
  ),
);

const readLists = (found: Found, entry: JsonObject): void => {
  for (const name of textsOf(entry['creators'])) addText(found.creators, name);
  for (const word of textsOf(entry['subjects'])) addText(found.subjects, word);
  addText(found.rights, text(entry, 'rights'));
  for (const one of objects(entry['identifiers'])) {
    const identifier = identifierSchema.safeParse(one);
    if (identifier.success) addIdentifier(found, identifier.data);
    else keepOther(found, 'identifiers', wordsOf(one));
  }
  for (const date of foundDates) addDate(found, date, date, text(entry, date));
};

const readOthers = (found: Found, entry: JsonObject): void => {
  const own = isObject(entry['otherFields']) ? Object.entries(entry['otherFields']) : [];
  const unknown = Object.entries(entry).filter(([name]) => !used.has(name));
  for (const [name, value] of [...own, ...unknown]) keepOther(found, name, wordsOf(value));
};

const readEntry = (entry: JsonObject, { types }: ReadWork): Found => {
  const found = emptyFound();
  const type = isObject(entry['type']) ? entry['type'] : {};
  const quoted = quotedFromSchema.safeParse(entry['quotedFrom']);
  found.recordId = text(entry, 'id') || null;
  found.title = text(entry, 'title');
  if (text(entry, 'url') !== '') found.addresses.push({ name: 'url', text: text(entry, 'url') });
  found.typeId =
    types.find(({ id }) => id === type['id'])?.id ?? namedType(text(type, 'name'), types) ?? null;
  if (found.typeId === null) keepOther(found, 'type', text(type, 'name'));
  found.summary = text(entry, 'summary');
  found.quotedFrom = quoted.success ? quoted.data : null;
  found.publisher = text(entry, 'publisher');
  found.language = text(entry, 'language');
  found.audience = text(entry, 'audience');
  found.accessNote = text(entry, 'accessNote');
  readLists(found, entry);
  readOthers(found, entry);
  return found;
};

/** Topics as `export json` writes them: everything public but the bytes of the pictures. */
export const carrelJsonReader: Reader = {
  formats: ['carrel-json'],
  recognise: ({ head }) => (/^\s*\{/.test(head) && /"format"\s*:\s*"carrel-publication"/.test(head) ? 1 : 0),
  read: async (source, work) => {
    const { text: json, encoding } = source.text();
    const data = parseJson(json);
    if (!isObject(data)) throw refusal('file-format', 'import-nothing-inside', { format: 'JSON' });
    const pictures = picturesOf(data);
    const topics = objects(data['topics']);
    const entries = topics.flatMap((topic) =>
      objects(topic['sections']).flatMap((section) =>
        objects(section['entries']).map((entry) => ({ topic, section, entry })),
      ),
    );
    const made = await gather(
      entries,
      ({ topic, section, entry }): Found => ({
        ...readEntry(entry, work),
        path: topicOf(topic).path,
        section: toTitle(text(section, 'title')) || null,
        picture: pictures.get(text(entry, 'picture')) ?? null,
      }),
      work,
    );
    return {
      format: 'carrel-json',
      title: toTitle(text(data, 'title')) || null,
      topics: topics.map(topicOf).filter(({ path }) => path.length > 0),
      ...made,
      about: { encoding, version: text(data, 'version') },
      questions: [],
    };
  },
};
