import { parseJson } from '../parse-json.ts';
import type { ImportSource, Reader } from '../../reader.ts';
import { gather } from '../gather.ts';
import { isObject, textsOf, type JsonObject } from '../json-values.ts';
import { refusal } from '#core/refusal.ts';
import { toFound, type Reference } from './reference.ts';

const dateNames = new Set([
  'issued',
  'accessed',
  'submitted',
  'original-date',
  'available-date',
  'event-date',
]);

/** `date-parts`, a `raw` or `literal` text; a range or a circa is no exact date and stays a text. */
const dateText = (value: unknown): string => {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (!isObject(value)) return '';
  const parts = Array.isArray(value['date-parts']) ? (value['date-parts'] as unknown[]) : [];
  const days = parts
    .filter((part): part is unknown[] => Array.isArray(part))
    .map((part) => part.map((figure) => String(figure).padStart(2, '0')).join('-'))
    .filter((text) => text !== '');
  const text = days.join('/') || textsOf(value['raw'] ?? value['literal'])[0] || '';
  const circa = value['circa'];
  return circa === true || circa === 1 || circa === '1' ? `c. ${text}` : text;
};

const nameText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (!isObject(value)) return '';
  const part = (name: string): string => textsOf(value[name])[0] ?? '';
  const literal = part('literal');
  if (literal !== '') return literal;
  const family = [part('non-dropping-particle'), part('family')].filter(Boolean).join(' ');
  const given = [part('given'), part('dropping-particle')].filter(Boolean).join(' ');
  return [family, given, part('suffix')].filter(Boolean).join(', ');
};

const isNames = (value: unknown): value is unknown[] =>
  Array.isArray(value) &&
  value.some((one) => isObject(one) && ('family' in one || 'literal' in one || 'given' in one));

/** CSL allows a little markup in titles; Carrel's titles are plain. */
const withoutMarkup = (text: string): string =>
  text.replaceAll(/<\/?(?:i|b|sup|sub|sc|span|em|strong)(?:\s[^<>]{0,200})?>/gi, '');

const otherTexts = (value: unknown): string[] =>
  isObject(value) || (Array.isArray(value) && value.some(isObject))
    ? [JSON.stringify(value)]
    : textsOf(value);

const toReference = (item: JsonObject): Reference => {
  const reference = new Map<string, readonly string[]>();
  for (const [name, value] of Object.entries(item)) {
    if (dateNames.has(name)) reference.set(name, [dateText(value)]);
    else if (isNames(value)) reference.set(name, value.map(nameText));
    else if (name === 'title') reference.set(name, textsOf(value).map(withoutMarkup));
    else reference.set(name, otherTexts(value));
  }
  return reference;
};

/** A list of items, one item, or the envelopes that programs put around them. */
const itemsOf = (data: unknown): unknown[] => {
  if (Array.isArray(data)) return data;
  if (!isObject(data)) return [];
  for (const name of ['items', 'references']) if (Array.isArray(data[name])) return data[name] as unknown[];
  return 'title' in data || 'DOI' in data ? [data] : [];
};

const looksLikeCsl = ({ head }: ImportSource): number => {
  if (!/^\s*[[{]/.test(head) || /"@(?:context|graph|type)"/.test(head)) return 0;
  if (/"date-parts"\s*:/.test(head)) return 0.95;
  const isTyped =
    /"type"\s*:\s*"(?:article(?:-\w+)?|book|chapter|webpage|report|thesis|paper-conference|dataset|post-weblog|motion_picture|legislation|patent|entry(?:-\w+)?|manuscript|speech|software|document|standard|graphic|map|song|broadcast)"/.test(
      head,
    );
  return isTyped && /"(?:title|DOI|URL|author)"\s*:/.test(head) ? 0.8 : 0;
};

/** CSL-JSON, as Zotero, pandoc and Crossref write it. */
export const cslReader: Reader = {
  formats: ['csl-json'],
  recognise: looksLikeCsl,
  read: async (source, work) => {
    const { text, encoding } = source.text();
    const items = itemsOf(parseJson(text));
    if (items.length === 0) throw refusal('file-format', 'import-nothing-inside', { format: 'CSL-JSON' });
    const made = await gather(items, (item) => toFound(toReference(isObject(item) ? item : {})), work);
    return { format: 'csl-json', title: null, topics: [], ...made, about: { encoding }, questions: [] };
  },
};
