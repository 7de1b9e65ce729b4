import { refusal } from '#core/refusal.ts';
import { toTitle } from '../../folder-path.ts';
import { toFoundCredit } from '../../picture-credit.ts';
import type { ImportSource, Reader } from '../../reader.ts';
import { toWebAddress } from '#shared/domain/web-address.ts';
import { addDate, addText, emptyFound, keepOther, type Found } from '../found.ts';
import { gather } from '../gather.ts';
import { htmlToLine, htmlToMarkdown } from '../html/html-to-markdown.ts';
import { isObject, textOfValue, textsOf, toList, type JsonObject } from '../json-values.ts';
import { parseJson } from '../parse-json.ts';

/** Texts of a label: version 3 has them by language, version 2 as texts or `@value`s. English or the first. */
const texts = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => texts(one));
  if (!isObject(value)) return textsOf(value);
  if ('@value' in value) return textsOf(value['@value']);
  const english = value['en'] ?? value['none'];
  return textsOf(english ?? Object.values(value)[0]);
};

const first = (value: unknown): string => texts(value)[0] ?? '';

const idOf = (value: unknown): string =>
  isObject(value) ? textOfValue(value['id'] ?? value['@id']) : textOfValue(value);

/** The first thing along a path of lists. */
const along = (item: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((at, name) => (isObject(at) ? toList(at[name])[0] : undefined), item);

const pictureAddress = (manifest: JsonObject): string | null => {
  const painted =
    along(manifest, 'items', 'items', 'items', 'body') ??
    along(manifest, 'sequences', 'canvases', 'images', 'resource');
  return (
    [painted, along(manifest, 'thumbnail'), along(manifest, 'items', 'thumbnail')]
      .map((one) => toWebAddress(idOf(one)))
      .find((address) => address !== null) ?? null
  );
};

type ReadPair = (found: Found, label: string, value: string) => void;

/** Pairs whose label says what they are; the others are kept under their label. */
const pairs: readonly (readonly [RegExp, ReadPair])[] = [
  [
    /^(?:creator|author|artist|maker|photographer)s?$/i,
    (found, _, value) => {
      addText(found.creators, value);
    },
  ],
  [
    /^subjects?$/i,
    (found, _, value) => {
      addText(found.subjects, value);
    },
  ],
  [
    /^(?:date|published|date issued)$/i,
    (found, label, value) => {
      addDate(found, 'publishedOn', label, value);
    },
  ],
  [
    /^language$/i,
    (found, label, value) => {
      if (found.language === '') found.language = value;
      else keepOther(found, label, value);
    },
  ],
];

const readMetadata = (found: Found, manifest: JsonObject): void => {
  for (const pair of toList(manifest['metadata']).filter(isObject)) {
    const label = htmlToLine(first(pair['label'])) || 'metadata';
    const read: ReadPair = pairs.find(([pattern]) => pattern.test(label))?.[1] ?? keepOther;
    for (const value of texts(pair['value'])) read(found, label, htmlToLine(value));
  }
};

const attributionOf = (manifest: JsonObject): string => {
  const statement = isObject(manifest['requiredStatement'])
    ? manifest['requiredStatement']['value']
    : manifest['attribution'];
  return texts(statement).map(htmlToLine).join('; ');
};

const readLinks = (found: Found, manifest: JsonObject): void => {
  for (const name of ['homepage', 'related']) {
    for (const link of toList(manifest[name])) {
      if (toWebAddress(idOf(link)) !== null) found.addresses.push({ name, text: idOf(link) });
    }
  }
  const id = idOf(manifest);
  if (found.addresses.length === 0 && id !== '') found.addresses.push({ name: 'manifest', text: id });
  else keepOther(found, 'IIIF manifest', id);
};

const readManifest = (manifest: JsonObject): Found => {
  const found = emptyFound();
  found.title = htmlToLine(texts(manifest['label']).join(' '));
  found.summary = texts(manifest['summary'] ?? manifest['description'])
    .map((text) => htmlToMarkdown(text))
    .join('\n\n');
  found.typeId = 'image' as Found['typeId'];
  readLinks(found, manifest);
  readMetadata(found, manifest);
  const rights = [...textsOf(manifest['rights']), ...textsOf(manifest['license'])];
  const attribution = attributionOf(manifest);
  for (const text of [...rights, attribution]) addText(found.rights, text);
  const provider = toList(manifest['provider'])[0];
  found.publisher = isObject(provider) ? htmlToLine(first(provider['label'])) : '';
  addDate(found, 'publishedOn', 'navDate', textOfValue(manifest['navDate']).replace(/T.*$/, ''));
  const url = pictureAddress(manifest);
  if (url !== null) {
    const credit = toFoundCredit({
      title: found.title,
      creators: found.creators,
      rights,
      attribution,
      sourceUrl: toWebAddress(found.addresses[0]?.text ?? ''),
    });
    found.picture = { file: null, url, alt: '', credit };
  }
  const canvases = toList(
    manifest['items'] ?? (along(manifest, 'sequences') as JsonObject | undefined)?.['canvases'],
  ).length;
  if (canvases > 1) keepOther(found, 'canvases', String(canvases));
  return found;
};

const typeOf = (item: JsonObject): string => textOfValue(item['type'] ?? item['@type']).replace(/^sc:/, '');

const mostDepth = 10;

/** The manifests of a collection, those of collections inside it too. */
const manifestsOf = (item: JsonObject, depth = 0): JsonObject[] => {
  if (typeOf(item) === 'Manifest' || depth > mostDepth) return [item];
  const inside = ['items', 'manifests', 'members', 'collections'].flatMap((name) => toList(item[name]));
  return inside.filter(isObject).flatMap((one) => manifestsOf(one, depth + 1));
};

/** IIIF Presentation 2 and 3: a manifest is a resource with its picture, a collection is many. */
export const iiifReader: Reader = {
  formats: ['iiif'],
  recognise: ({ head }: ImportSource) =>
    /^\s*\{/.test(head) &&
    /iiif\.io\\?\/api\\?\/presentation/.test(head) &&
    /"(?:sc:)?(?:Manifest|Collection)"/.test(head)
      ? 1
      : 0,
  read: async (source, work) => {
    const { text, encoding } = source.text();
    const data = parseJson(text);
    const manifests = isObject(data) ? manifestsOf(data) : [];
    if (!isObject(data) || manifests.length === 0)
      throw refusal('file-format', 'import-nothing-inside', { format: 'IIIF' });
    const made = await gather(manifests, readManifest, work);
    const title = typeOf(data) === 'Collection' ? toTitle(htmlToLine(first(data['label']))) : '';
    return {
      format: 'iiif',
      title: title === '' ? null : title,
      topics: [],
      ...made,
      about: { encoding },
      questions: [],
    };
  },
};
