import { refusal } from '#core/refusal.ts';
import { toIdentifier } from '../../identifiers.ts';
import { toTitle } from '../../folder-path.ts';
import { toFoundCredit } from '../../picture-credit.ts';
import type { RowRemark } from '../../remark.ts';
import { typeOfWords } from '../../type-words.ts';
import { toWebAddress } from '#shared/domain/web-address.ts';
import { addDate, addIdentifier, addText, emptyFound, keepOther, type Found } from '../found.ts';
import { htmlToMarkdown } from '../html/html-to-markdown.ts';
import { isObject, textOfValue, textsOf, toList, wordsOf, type JsonObject } from '../json-values.ts';

/** A crate: what it is called, its records, and where it departs from its specification. */
export type Crate = {
  readonly title: string;
  readonly description: string;
  readonly found: readonly Found[];
  readonly departures: readonly RowRemark[];
};

type Graph = ReadonlyMap<string, JsonObject>;

/** Names without the vocabularies in front of them, for crates that are not compacted. */
const shortName = (name: string): string =>
  name.replace(/^https?:\/\/(?:schema\.org|purl\.org\/dc\/terms)\//, '');

const compact = (entity: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(entity).map(([name, value]) => [
      shortName(name),
      toList(value).length === 1 && isObject(toList(value)[0]) && '@value' in (toList(value)[0] as JsonObject)
        ? (toList(value)[0] as JsonObject)['@value']
        : value,
    ]),
  );

const typesOf = (entity: JsonObject): string[] => textsOf(entity['@type']).map(shortName);
const idOf = (value: unknown): string => (isObject(value) ? textOfValue(value['@id']) : textOfValue(value));

const label = (graph: Graph, value: unknown): string => {
  const entity = graph.get(idOf(value)) ?? (isObject(value) ? value : null);
  const name = entity === null ? '' : textOfValue(entity['name']);
  return name || idOf(value);
};

const labels = (graph: Graph, value: unknown): string[] =>
  toList(value)
    .map((one) => label(graph, one))
    .filter(Boolean);

const used = new Set(
  '@id @type name description author creator contributor publisher license keywords about inLanguage datePublished dateModified identifier url contentUrl encodingFormat hasPart conditionsOfAccess'.split(
    ' ',
  ),
);

const licenseTexts = (graph: Graph, entity: JsonObject): string[] =>
  toList(entity['license']).flatMap((one) => {
    const [id, name] = [idOf(one), label(graph, one)];
    return id === name ? [id] : [id, name];
  });

const readAddresses = (found: Found, entity: JsonObject): void => {
  for (const name of ['url', 'contentUrl', '@id', 'identifier']) {
    for (const value of toList(entity[name])) {
      const address = toWebAddress(idOf(value));
      if (address !== null && !found.addresses.some(({ text }) => text === address))
        found.addresses.push({ name, text: address });
    }
  }
  for (const value of toList(entity['identifier'])) {
    const number = toIdentifier('identifier', idOf(value));
    if (number.scheme !== 'other') addIdentifier(found, number);
    else if (toWebAddress(number.value) === null && number.value !== '') addIdentifier(found, number);
  }
};

const readWords = (found: Found, graph: Graph, entity: JsonObject): void => {
  found.title = textOfValue(entity['name']) || decodePath(textOfValue(entity['@id']));
  found.summary = htmlToMarkdown(textsOf(entity['description']).join('\n\n'));
  for (const name of ['author', 'creator', 'contributor']) {
    for (const person of labels(graph, entity[name])) addText(found.creators, person);
  }
  found.publisher = labels(graph, entity['publisher']).join('; ');
  for (const word of textsOf(entity['keywords']).flatMap((text) => text.split(',')))
    addText(found.subjects, word);
  for (const word of labels(graph, entity['about'])) addText(found.subjects, word);
  found.language = labels(graph, entity['inLanguage'])[0] ?? '';
  addDate(found, 'publishedOn', 'datePublished', textOfValue(entity['datePublished']).replace(/T.*$/, ''));
  addDate(found, 'modifiedOn', 'dateModified', textOfValue(entity['dateModified']).replace(/T.*$/, ''));
};

const keepRest = (found: Found, graph: Graph, entity: JsonObject): void => {
  for (const [name, value] of Object.entries(entity)) {
    if (used.has(name)) continue;
    const isBuilt = isObject(value) || Array.isArray(value);
    keepOther(found, name, (isBuilt ? labels(graph, value).join('\n') : '') || wordsOf(value));
  }
};

const readEntity = (graph: Graph, entity: JsonObject, rights: readonly string[]): Found => {
  const found = emptyFound();
  const id = textOfValue(entity['@id']);
  const isOnWeb = toWebAddress(id) !== null;
  readWords(found, graph, entity);
  readAddresses(found, entity);
  const own = licenseTexts(graph, entity);
  for (const text of own) addText(found.rights, text);
  const formats = toList(entity['encodingFormat']).map(idOf);
  for (const type of [...formats, ...typesOf(entity)]) found.typeId ??= typeOfWords(type);
  for (const format of formats) keepOther(found, 'encodingFormat', format);
  if (!isOnWeb) keepOther(found, 'file', decodePath(id));
  keepRest(found, graph, entity);
  if (found.typeId !== 'image') return found;
  const credit = toFoundCredit({
    title: textOfValue(entity['name']),
    creators: found.creators,
    rights: own.length > 0 ? own : rights,
    attribution: '',
    sourceUrl: null,
  });
  found.picture = { file: isOnWeb ? null : decodePath(id), url: toWebAddress(id), alt: '', credit };
  return found;
};

const decodePath = (id: string): string => {
  try {
    return decodeURIComponent(id.replace(/^\.\//, ''));
  } catch {
    return id.replace(/^\.\//, '');
  }
};

const departure = (what: string): RowRemark => ({
  row: 0,
  title: '',
  reason: 'crate-departs',
  values: { what },
});

const checkCrate = (
  data: JsonObject,
  {
    descriptor,
    root,
    graph,
  }: { readonly descriptor: JsonObject; readonly root: JsonObject; readonly graph: Graph },
): RowRemark[] => {
  const conforms = toList(descriptor['conformsTo']).map(idOf);
  const licenses = toList(root['license']).map(idOf);
  const isDescribed = (id: string): boolean => textOfValue(graph.get(id)?.['name']) !== '';
  const faults: readonly (readonly [boolean, string])[] = [
    [!('@context' in data), 'no @context'],
    [
      toList(data['@graph']).some(
        (one) => isObject(one) && Object.keys(one).some((key) => key !== shortName(key)),
      ),
      'not compacted',
    ],
    [!conforms.some((id) => /^https?:\/\/w3id\.org\/ro\/crate\/\d/.test(id)), 'conformsTo'],
    [!typesOf(descriptor).includes('CreativeWork'), 'the type of the descriptor'],
    [idOf(descriptor['about']) === '', 'about'],
    [!typesOf(root).includes('Dataset'), 'the type of the root'],
    [
      licenses.some((id) => /^https?:/.test(id) && graph.has(id) && !isDescribed(id)),
      'the name of the license',
    ],
  ];
  return faults.flatMap(([isFault, what]) => (isFault ? [departure(what)] : []));
};

/** What a crate lists: files and folders that it names as parts, else the works that it describes. */
const partsOf = (graph: Graph, root: JsonObject): JsonObject[] => {
  const parts: JsonObject[] = [];
  const seen = new Set<string>([textOfValue(root['@id'])]);
  const visit = (entity: JsonObject, depth: number): void => {
    for (const part of toList(entity['hasPart'])) {
      const id = idOf(part);
      if (seen.has(id) || depth > 20) continue;
      seen.add(id);
      const known = graph.get(id) ?? { '@id': id, '@type': 'File' };
      parts.push(known);
      visit(known, depth + 1);
    }
  };
  visit(root, 0);
  return parts;
};

/** Reads the metadata of an RO-Crate. `file-format` when it has no root, which is what everything hangs on. */
export const readCrate = (data: unknown): Crate => {
  const entities = (isObject(data) ? toList(data['@graph']) : []).filter(isObject).map(compact);
  const graph: Graph = new Map(entities.map((entity) => [textOfValue(entity['@id']), entity]));
  const descriptor = entities.find((entity) =>
    /(?:^|\/)ro-crate-metadata\.json(?:ld)?$/.test(textOfValue(entity['@id'])),
  );
  const root = graph.get(idOf(descriptor?.['about'])) ?? graph.get('./') ?? graph.get('.');
  if (!isObject(data) || descriptor === undefined || root === undefined)
    throw refusal('file-format', 'crate-without-root');
  const rights = licenseTexts(graph, root);
  const parts = partsOf(graph, root);
  const records = parts.length > 0 ? parts : [root];
  return {
    title: toTitle(textOfValue(root['name'])),
    description: htmlToMarkdown(textsOf(root['description']).join('\n\n')),
    found: records.map((entity) => readEntity(graph, entity, rights)),
    departures: checkCrate(data, { descriptor, root, graph }),
  };
};
