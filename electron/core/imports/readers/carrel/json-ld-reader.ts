import { refusal } from '#core/refusal.ts';
import { toWebAddress } from '#shared/domain/web-address.ts';
import { toTitle } from '../../folder-path.ts';
import { toIdentifier } from '../../identifiers.ts';
import { toFoundCredit } from '../../picture-credit.ts';
import type { CandidatePicture, CandidateTopic, Reader, ReadWork } from '../../reader.ts';
import { addDate, addIdentifier, addText, emptyFound, keepOther, type Found } from '../found.ts';
import { gather } from '../gather.ts';
import { isObject, textOfValue, toList, wordsOf, type JsonObject } from '../json-values.ts';
import { parseJson } from '../parse-json.ts';
import { namedType } from './named-type.ts';

type Graph = ReadonlyMap<string, JsonObject>;

const objects = (value: unknown): JsonObject[] => toList(value).filter(isObject);

/** The words of a value: a literal, a literal with its type, or the address that is pointed to. */
const word = (value: unknown): string =>
  isObject(value) ? textOfValue(value['@value'] ?? value['@id'] ?? value['name']) : textOfValue(value);

const words = (item: JsonObject, name: string): string[] => toList(item[name]).map(word).filter(Boolean);

const first = (item: JsonObject, name: string): string => words(item, name)[0] ?? '';

const isA = (item: JsonObject, type: string): boolean => toList(item['@type']).includes(type);

const pictureOf = (graph: Graph, id: string): CandidatePicture | null => {
  const picture = graph.get(id);
  const url = toWebAddress(picture === undefined ? '' : first(picture, 'contentUrl'));
  if (picture === undefined || url === null) return null;
  return {
    file: null,
    url,
    alt: first(picture, 'description').slice(0, 5_000),
    credit: toFoundCredit({
      title: first(picture, 'name'),
      creators: words(picture, 'creator'),
      rights: [...words(picture, 'license'), ...words(picture, 'copyrightNotice')],
      attribution: '',
      sourceUrl: toWebAddress(first(picture, 'isBasedOn')),
    }),
  };
};

/** Terms of schema.org that have a field; their twins in Dublin Core say the same. */
const used = new Set(
  '@id @type name url description creator publisher datePublished dateModified inLanguage keywords identifier audience conditionsOfAccess copyrightNotice additionalType image'.split(
    ' ',
  ),
);

const readWork = (work: JsonObject, graph: Graph, { types }: ReadWork): Found => {
  const found = emptyFound();
  found.recordId = first(work, '@id') || null;
  found.title = first(work, 'name');
  for (const address of words(work, 'url')) found.addresses.push({ name: 'url', text: address });
  found.typeId = namedType(first(work, 'additionalType'), types) ?? namedType(first(work, '@type'), types);
  found.summary = first(work, 'description');
  for (const name of words(work, 'creator')) addText(found.creators, name);
  found.publisher = words(work, 'publisher').join('; ');
  addDate(found, 'publishedOn', 'datePublished', first(work, 'datePublished'));
  addDate(found, 'modifiedOn', 'dateModified', first(work, 'dateModified'));
  found.language = first(work, 'inLanguage');
  for (const subject of words(work, 'keywords')) addText(found.subjects, subject);
  for (const number of words(work, 'identifier')) addIdentifier(found, toIdentifier('identifier', number));
  found.audience = first(work, 'audience');
  found.accessNote = first(work, 'conditionsOfAccess');
  addText(found.rights, words(work, 'copyrightNotice').join('\n'));
  found.picture = pictureOf(graph, first(work, 'image'));
  for (const [name, value] of Object.entries(work))
    if (!used.has(name) && !name.startsWith('dcterms:')) keepOther(found, name, wordsOf(value));
  return found;
};

/** Titles from the top of the tree down to a topic; one that contains itself ends. */
const pathOf = (topic: JsonObject, graph: Graph, below: readonly JsonObject[] = []): string[] => {
  const parent = graph.get(first(topic, 'isPartOf'));
  const above =
    parent === undefined || below.includes(parent) ? [] : pathOf(parent, graph, [...below, topic]);
  return [...above, toTitle(first(topic, 'name'))].filter(Boolean);
};

const topicOf = (topic: JsonObject, graph: Graph): CandidateTopic => ({
  path: pathOf(topic, graph),
  description: first(topic, 'description').slice(0, 100_000),
  language: first(topic, 'inLanguage') || null,
  // An empty section is a live one, which makes itself anew.
  sections: objects(topic['hasPart'])
    .filter(({ itemListElement }) => toList(itemListElement).length > 0)
    .map((section) => ({
      title: toTitle(first(section, 'name')),
      description: first(section, 'description').slice(0, 100_000),
    })),
});

type Place = { readonly work: JsonObject; readonly path: readonly string[]; readonly section: string | null };

/** Every work where it stands; one that stands nowhere comes last. */
const placesOf = (topics: readonly JsonObject[], graph: Graph): Place[] => {
  const places = topics.flatMap((topic) => {
    const path = pathOf(topic, graph);
    return objects(topic['hasPart']).flatMap((section) =>
      objects(section['itemListElement']).flatMap((entry): Place[] => {
        const work = graph.get(word(entry['item']));
        return work === undefined ? [] : [{ work, path, section: toTitle(first(section, 'name')) || null }];
      }),
    );
  });
  const placed = new Set(places.map(({ work }) => work));
  const isOther = (item: JsonObject): boolean =>
    ['Collection', 'Dataset', 'ImageObject'].some((type) => isA(item, type));
  const loose = [...graph.values()].filter(
    (item) => !placed.has(item) && !isOther(item) && first(item, '@id').startsWith('urn:uuid:'),
  );
  return [...places, ...loose.map((work): Place => ({ work, path: [], section: null }))];
};

/** Topics as `export json-ld` writes them, in the words of schema.org and Dublin Core. */
export const carrelJsonLdReader: Reader = {
  formats: ['carrel-json-ld'],
  recognise: ({ head }) =>
    /^\s*\{/.test(head) && /"@id"\s*:\s*"#publication"/.test(head) && /"https:\/\/schema\.org\/"/.test(head)
      ? 1
      : 0,
  read: async (source, work) => {
    const { text, encoding } = source.text();
    const data = parseJson(text);
    const items = isObject(data) ? objects(data['@graph']) : [];
    if (items.length === 0) throw refusal('file-format', 'import-nothing-inside', { format: 'JSON-LD' });
    const graph: Graph = new Map(items.map((item) => [textOfValue(item['@id']), item]));
    const topics = items.filter((item) => isA(item, 'Collection'));
    const made = await gather(
      placesOf(topics, graph),
      (place): Found => ({ ...readWork(place.work, graph, work), path: place.path, section: place.section }),
      work,
    );
    const publication = graph.get('#publication');
    return {
      format: 'carrel-json-ld',
      title: (publication && toTitle(first(publication, 'name'))) || null,
      topics: topics.map((topic) => topicOf(topic, graph)).filter(({ path }) => path.length > 0),
      ...made,
      about: { encoding },
      questions: [],
    };
  },
};
