import { resourcePatchSchema } from '#shared/contract/resources.ts';
import { toWebAddress } from '#shared/domain/web-address.ts';
import { defaultResourceTypeId } from '#shared/model/resource-types.ts';
import type { Resource } from '#shared/model/resource.ts';
import { createDateReader } from '../date-text.ts';
import { toTitle } from '../folder-path.ts';
import { createLanguageReader } from '../language-tags.ts';
import type { Candidate } from '../reader.ts';
import { shorten, type RowRemark } from '../remark.ts';
import { addText, distinct, foundDates, keepOther, type Found, type FoundDate } from './found.ts';

type Made =
  | { readonly candidate: Candidate; readonly problem: null }
  | { readonly candidate: null; readonly problem: RowRemark };

/** How long each field may be; the model says the same. */
const most = {
  text: 100_000,
  line: 2_000,
  rights: 10_000,
  name: 200,
  creators: { count: 200, length: 500 },
  subjects: { count: 500, length: 300 },
  identifiers: { count: 50, length: 500 },
} as const;

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const noteTooMuch = (found: Found, column: string): void => {
  found.remarks.push({ reason: 'too-much-for-field', values: { column } });
};

/** A text cut to what its field takes; the whole of it is kept beside it, in pieces where it must be. */
const fit = (found: Found, column: string, text: string, length: number): string => {
  if (text.length <= length) return text;
  noteTooMuch(found, column);
  keepOther(found, column, text);
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
};

const fitList = (
  found: Found,
  column: string,
  texts: readonly string[],
  { count, length }: { readonly count: number; readonly length: number },
): string[] => {
  const lines = distinct(texts.map(oneLine)).filter((text) => text !== '');
  const fitting = lines.filter((text) => text.length <= length).slice(0, count);
  if (fitting.length < lines.length) {
    noteTooMuch(found, column);
    const kept = new Set(fitting);
    for (const line of lines) if (!kept.has(line)) keepOther(found, column, line);
  }
  return fitting;
};

const settleAddress = (found: Found): string | null => {
  const good = new Map<string, { readonly name: string; readonly url: string }>();
  for (const { name, text } of found.addresses) {
    const url = toWebAddress(text);
    if (url === null) {
      keepOther(found, name, text);
      found.remarks.push({ reason: 'not-an-address', values: { column: name, value: shorten(text) } });
    } else if (!good.has(url)) good.set(url, { name, url });
  }
  const [best, ...others] = good.values();
  for (const { name, url } of others) keepOther(found, name, url);
  if (others[0] !== undefined)
    found.remarks.push({ reason: 'more-addresses', values: { column: others[0].name } });
  return best?.url ?? null;
};

const settleTitle = (found: Found, url: string | null): string => {
  const title = toTitle(found.title);
  if (title !== '') {
    if (title !== oneLine(found.title)) {
      keepOther(found, 'title', found.title);
      found.remarks.push({ reason: 'title-cut', values: {} });
    }
    return title;
  }
  const standIn = url ?? found.identifiers[0]?.value ?? '';
  if (standIn !== '') found.remarks.push({ reason: 'title-from-address', values: {} });
  return toTitle(standIn);
};

type Readers = {
  readonly date: (text: string) => string | null;
  readonly language: (text: string) => string | null;
};

const settleDate = (found: Found, field: FoundDate, readers: Readers): string | null => {
  const read = (found.dates.get(field) ?? []).map((one) => ({ ...one, value: readers.date(one.text) }));
  const [best] = read
    .map(({ value }) => value)
    .filter((value) => value !== null)
    .toSorted((a, b) => b.length - a.length);
  for (const { name, text, value } of read) {
    if (value !== null && best?.startsWith(value) === true) continue;
    keepOther(found, name, text);
    if (value === null) {
      found.remarks.push({ reason: 'date-not-exact', values: { column: name, value: shorten(text) } });
    }
  }
  return best ?? null;
};

const settleDates = (found: Found, readers: Readers): Partial<Resource> => {
  const dates: Partial<Resource> = {};
  for (const field of foundDates) {
    const date = settleDate(found, field, readers);
    if (date !== null) dates[field] = date;
  }
  return dates;
};

const settleLanguage = (found: Found, { language }: Readers): string | null => {
  const text = found.language.trim();
  if (text === '') return null;
  const tag = language(text);
  if (tag === null) {
    keepOther(found, 'language', text);
    found.remarks.push({
      reason: 'language-not-known',
      values: { column: 'language', value: shorten(text) },
    });
  }
  return tag;
};

/** A text in pieces that a field takes each, so that nothing of it is lost. */
const inPieces = (name: string, text: string): (readonly [string, string])[] => {
  const key = name.slice(0, most.name);
  if (text.length <= most.text) return [[key, text]];
  const pieces = Math.ceil(text.length / most.text);
  return Array.from({ length: pieces }, (_, index) => [
    `${key.slice(0, most.name - 8)} ${index + 1}`,
    text.slice(index * most.text, (index + 1) * most.text),
  ]);
};

const toFields = (found: Found, readers: Readers) => {
  const url = settleAddress(found);
  const title = settleTitle(found, url);
  const dates = settleDates(found, readers);
  const language = settleLanguage(found, readers);
  const rights = fit(found, 'rights', distinct(found.rights).join('\n'), most.rights);
  const line = (field: 'publisher' | 'audience' | 'accessNote'): string | null =>
    fit(found, field, oneLine(found[field]), most.line) || null;
  const identifiers = found.identifiers.filter(({ value }) => value.length <= most.identifiers.length);
  const texts: string[] = [];
  for (const note of found.notes) addText(texts, note);
  const fields = {
    title,
    url,
    typeId: found.typeId ?? defaultResourceTypeId,
    summary: fit(found, 'summary', found.summary.trim(), most.text),
    quotedFrom: found.quotedFrom,
    creators: fitList(found, 'creators', found.creators, most.creators),
    subjects: fitList(found, 'subjects', found.subjects, most.subjects),
    identifiers: identifiers.slice(0, most.identifiers.count),
    publisher: line('publisher'),
    audience: line('audience'),
    accessNote: line('accessNote'),
    rights: rights === '' ? null : rights,
    note: fit(found, 'note', distinct(texts).join('\n\n'), most.text),
    language,
    ...dates,
  };
  const kept = new Set(fields.identifiers);
  for (const left of found.identifiers) {
    if (!kept.has(left)) keepOther(found, left.scheme, left.value);
  }
  const other = [...found.other].flatMap(([name, values]) => inPieces(name, distinct(values).join('\n')));
  return { ...fields, otherFields: Object.fromEntries(other) };
};

const candidateSchema = resourcePatchSchema.required({ title: true });

/**
 * Makes a function that turns what was found into a candidate, or says why it cannot be one. Addresses other than
 * http and https, dates that are not exact and whatever no field takes stay as text, with a remark.
 */
export const createCandidateMaker = (): ((row: number, found: Found) => Made) => {
  const readers: Readers = { date: createDateReader(), language: createLanguageReader() };
  const refused = (problem: RowRemark): Made => ({ candidate: null, problem });
  return (row, found) => {
    const fields = toFields(found, readers);
    const name = found.other.get('id')?.[0] ?? '';
    if (fields.title === '') return refused({ row, title: name, reason: 'row-without-title', values: {} });
    const checked = candidateSchema.safeParse(fields);
    if (!checked.success) {
      const column = checked.error.issues[0]?.path.join('.') ?? '';
      return refused({ row, title: fields.title, reason: 'row-not-valid', values: { column } });
    }
    const { recordId, path, section, picture, remarks } = found;
    const candidate = { row, recordId, fields: checked.data, path, section, picture, remarks };
    return { candidate, problem: null };
  };
};
