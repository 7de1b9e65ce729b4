import { resourcePatchSchema } from '#shared/contract/resources.ts';
import { foldText } from '#shared/domain/fold.ts';
import type { ResourceTypeId } from '#shared/model/ids.ts';
import { defaultResourceTypeId } from '#shared/model/resource-types.ts';
import type { Resource, ResourceType } from '#shared/model/resource.ts';
import { createDateReader, dayOfEpoch, type FigureOrder } from '../date-text.ts';
import { createLanguageReader } from '../language-tags.ts';
import { toFoundCredit } from '../picture-credit.ts';
import type { Candidate, CandidatePicture } from '../reader.ts';
import type { Remark } from '../remark.ts';
import { isTypeName, typeOfWords } from '../type-words.ts';
import { toWebAddress } from '#shared/domain/web-address.ts';
import { emptyDraft, keep, type DateField, type Draft } from './draft.ts';
import type { Column } from './header.ts';
import { readCell } from './read-cell.ts';

/** What became of one row. */
export type ReadRow =
  | { readonly kind: 'taken'; readonly candidate: Candidate }
  | { readonly kind: 'refused'; readonly title: string; readonly remark: Remark };

type Needs = {
  readonly columns: readonly Column[];
  /** The library's own types, which a cell may name. */
  readonly types: readonly ResourceType[];
  /** In columns where day and month could be taken for each other: which is first. */
  readonly orders: ReadonlyMap<string, FigureOrder>;
};

type Readers = {
  readonly date: (text: string, order: FigureOrder) => string | null;
  readonly language: (text: string) => string | null;
  readonly ownType: (text: string) => ResourceTypeId | null;
};

/** The longest text that a record keeps in one field. */
const longestCell = 100_000;

const surplusName = (index: number): string => `Column ${index + 1}`;

const draftOf = (columns: readonly Column[], cells: readonly string[]): Draft => {
  const draft = emptyDraft();
  let surplus = false;
  cells.forEach((raw, index) => {
    const cell = raw.trim();
    if (cell === '') return;
    const column = columns[index];
    if (column) {
      readCell(draft, column.name, column.field, cell);
    } else {
      surplus = true;
      keep(draft, surplusName(index), cell);
    }
  });
  if (surplus) draft.remarks.push({ reason: 'row-too-long', values: {} });
  if (cells.length < columns.length) draft.remarks.push({ reason: 'row-too-short', values: {} });
  return draft;
};

const settleType = (draft: Draft, { ownType }: Readers): ResourceTypeId => {
  const words = draft.types.toSorted((a, b) => a.preference - b.preference);
  const found = words.map(({ cell }) => ownType(cell) ?? typeOfWords(cell)).find((typeId) => typeId !== null);
  const typeId = found ?? defaultResourceTypeId;
  for (const { column, cell } of words) {
    if (!isTypeName(cell, typeId) && ownType(cell) !== typeId) keep(draft, column, cell);
  }
  return typeId;
};

/** Dates that programs write count seconds; a year of eight figures is none of theirs. */
const readDate = (field: DateField, cell: string, order: FigureOrder, { date }: Readers): string | null =>
  date(cell, order) ?? (field === 'publishedOn' ? null : dayOfEpoch(cell));

/** Of several cells for one date the most exact counts; one that says no more than it is not kept beside it. */
const settleDate = (draft: Draft, field: DateField, { orders }: Needs, readers: Readers): string | null => {
  const cells = draft.dates.get(field) ?? [];
  const read = cells.map(({ column, cell }) => ({
    column,
    cell,
    value: readDate(field, cell, orders.get(column) ?? null, readers),
  }));
  const approximate = field === 'publishedOn' && draft.isApproximate;
  const best = approximate
    ? undefined
    : read.toSorted((a, b) => (b.value?.length ?? 0) - (a.value?.length ?? 0))[0]?.value;
  for (const { column, cell, value } of read) {
    if (value === null) keep(draft, column, cell, 'date-not-exact');
    else if (approximate) keep(draft, column, cell, 'date-approximate');
    else if (best?.startsWith(value) !== true) keep(draft, column, cell);
  }
  return best ?? null;
};

const settleDates = (draft: Draft, needs: Needs, readers: Readers): Partial<Resource> => {
  const dates: Partial<Resource> = {};
  for (const field of draft.dates.keys()) {
    const found = settleDate(draft, field, needs, readers);
    if (found !== null) dates[field] = found;
  }
  return dates;
};

const settleLanguage = (draft: Draft, readers: Readers): string | null => {
  if (draft.language === null) return null;
  const { column, cell } = draft.language;
  const language = readers.language(cell);
  if (language === null) keep(draft, column, cell, 'language-not-known');
  return language;
};

const settleAddress = (draft: Draft): string | null => {
  const [best] = draft.addresses.toSorted((a, b) => a.preference - b.preference);
  return best?.url ?? null;
};

/** Columns of files whose address became the link need not be kept beside it. */
const forgetRepeated = (draft: Draft, url: string | null): void => {
  for (const [column, cell] of draft.other) if (cell === url) draft.other.delete(column);
};

const settleTitle = (draft: Draft, url: string | null): string => {
  if (draft.title !== '' || url === null) return draft.title;
  draft.remarks.push({ reason: 'title-from-address', values: {} });
  return url.slice(0, 500);
};

const toPicture = (draft: Draft, title: string): CandidatePicture | null => {
  const file = draft.pictures.find(({ cell }) => toWebAddress(cell) === null)?.cell ?? null;
  const url =
    draft.pictures.map(({ cell }) => toWebAddress(cell)).find((address) => address !== null) ?? null;
  if (file === null && url === null) return null;
  return {
    file: file ?? url,
    url,
    alt: draft.pictureAlt.slice(0, 5_000),
    credit: toFoundCredit({
      title,
      creators: draft.creators,
      rights: [...draft.pictureRights, ...draft.rights],
      attribution: draft.pictureCredit,
      sourceUrl: url,
    }),
  };
};

/** Somebody else's words stay theirs; an address alone is its own source. */
const toQuotedFrom = ({ quotedFrom, quotedFromAddress }: Draft): Resource['quotedFrom'] =>
  quotedFrom === '' && quotedFromAddress === ''
    ? null
    : {
        source: (quotedFrom || quotedFromAddress).slice(0, 1_000),
        url: quotedFromAddress === '' ? null : quotedFromAddress,
      };

const refusedRow = (title: string, remark: Remark): ReadRow => ({ kind: 'refused', title, remark });

const toFields = (draft: Draft, needs: Needs, readers: Readers) => {
  const url = settleAddress(draft);
  const title = settleTitle(draft, url);
  const typeId = settleType(draft, readers);
  const dates = settleDates(draft, needs, readers);
  const language = settleLanguage(draft, readers);
  forgetRepeated(draft, url);
  return {
    title,
    url,
    typeId,
    language,
    summary: draft.summary,
    quotedFrom: toQuotedFrom(draft),
    note: draft.note,
    creators: draft.creators,
    subjects: draft.subjects,
    identifiers: draft.identifiers,
    rights: draft.rights.length === 0 ? null : draft.rights.join('\n'),
    ...Object.fromEntries(draft.lines),
    ...dates,
    otherFields: Object.fromEntries(draft.other),
  };
};

const candidateSchema = resourcePatchSchema.required({ title: true });

const toRow = (needs: Needs, readers: Readers, row: number, cells: readonly string[]): ReadRow => {
  const tooLong = cells.findIndex((cell) => cell.length > longestCell);
  if (tooLong >= 0) {
    const column = needs.columns[tooLong]?.name ?? surplusName(tooLong);
    return refusedRow('', { reason: 'row-cell-too-long', values: { column } });
  }
  const draft = draftOf(needs.columns, cells);
  const fields = toFields(draft, needs, readers);
  if (fields.title === '') return refusedRow('', { reason: 'row-without-title', values: {} });
  // The whole import is one change: a record that is not valid would take all others down with it.
  const checked = candidateSchema.safeParse(fields);
  if (!checked.success) {
    const column = checked.error.issues[0]?.path.join('.') ?? '';
    return refusedRow(fields.title, { reason: 'row-not-valid', values: { column } });
  }
  const { path, section, remarks } = draft;
  const picture = toPicture(draft, fields.title);
  const candidate = { row, recordId: null, fields: checked.data, path, section, picture, remarks };
  return { kind: 'taken', candidate };
};

/** Makes a reader that turns the cells of one row into a candidate, or says why it cannot be one. */
export const createRowReader = (needs: Needs): ((row: number, cells: readonly string[]) => ReadRow) => {
  const own = new Map(needs.types.map(({ id, name }) => [foldText(name), id]));
  const readers: Readers = {
    date: createDateReader(),
    language: createLanguageReader(),
    ownType: (text) => own.get(foldText(text)) ?? null,
  };
  return (row, cells) => toRow(needs, readers, row, cells);
};
