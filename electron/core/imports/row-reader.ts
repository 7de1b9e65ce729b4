import type { CoreContext } from '#core/context.ts';
import { newResource } from '#core/resources/resource-service.ts';
import { foldText } from '#shared/domain/fold.ts';
import type { ResourceTypeId } from '#shared/model/ids.ts';
import { defaultResourceTypeId } from '#shared/model/resource-types.ts';
import { resourceSchema, type Resource, type ResourceType } from '#shared/model/resource.ts';
import { createDateReader } from './date-text.ts';
import { emptyDraft, keep, type Draft, type Remark } from './draft.ts';
import type { Column } from './header.ts';
import { createLanguageReader } from './language-tags.ts';
import { readCell } from './read-cell.ts';
import { isTypeName, typeOfWords } from './type-words.ts';

/** What became of one row. */
export type ReadRow =
  | { readonly kind: 'taken'; readonly resource: Resource; readonly remarks: readonly Remark[] }
  | { readonly kind: 'refused'; readonly title: string; readonly remark: Remark };

type Needs = Pick<CoreContext, 'clock' | 'ids'> & {
  readonly columns: readonly Column[];
  /** The library's own types, which a cell may name. */
  readonly types: readonly ResourceType[];
};

type Readers = {
  readonly date: (text: string) => string | null;
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

const settleDates = (draft: Draft, { date }: Readers): Partial<Resource> => {
  const dates: Partial<Resource> = {};
  for (const [field, { column, value }] of draft.dates) {
    const found = date(value);
    if (found === null) keep(draft, column, value, 'date-not-exact');
    else if (field === 'publishedOn' && draft.isApproximate) keep(draft, column, value, 'date-approximate');
    else dates[field] = found;
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

const refusedRow = (title: string, remark: Remark): ReadRow => ({ kind: 'refused', title, remark });

const toRow = (needs: Needs, readers: Readers, cells: readonly string[]): ReadRow => {
  const tooLong = cells.findIndex((cell) => cell.length > longestCell);
  if (tooLong >= 0) {
    const column = needs.columns[tooLong]?.name ?? surplusName(tooLong);
    return refusedRow('', { reason: 'row-cell-too-long', values: { column } });
  }
  const draft = draftOf(needs.columns, cells);
  const url = settleAddress(draft);
  const title = settleTitle(draft, url);
  if (title === '') return refusedRow('', { reason: 'row-without-title', values: {} });
  const typeId = settleType(draft, readers);
  const dates = settleDates(draft, readers);
  const language = settleLanguage(draft, readers);
  forgetRepeated(draft, url);
  const resource = newResource(needs, {
    title,
    url,
    typeId,
    language,
    summary: draft.summary,
    note: draft.note,
    creators: draft.creators,
    subjects: draft.subjects,
    identifiers: draft.identifiers,
    rights: draft.rights.length === 0 ? null : draft.rights.join('\n'),
    ...Object.fromEntries(draft.lines),
    ...dates,
    otherFields: Object.fromEntries(draft.other),
  });
  // The whole import is one change: a record that is not valid would take all others down with it.
  const checked = resourceSchema.safeParse(resource);
  if (checked.success) return { kind: 'taken', resource: checked.data, remarks: draft.remarks };
  const column = checked.error.issues[0]?.path.join('.') ?? '';
  return refusedRow(title, { reason: 'row-not-valid', values: { column } });
};

/** Makes a reader that turns the cells of one row into a resource, or says why it cannot be one. */
export const createRowReader = (needs: Needs): ((cells: readonly string[]) => ReadRow) => {
  const own = new Map(needs.types.map(({ id, name }) => [foldText(name), id]));
  const readers: Readers = {
    date: createDateReader(),
    language: createLanguageReader(),
    ownType: (text) => own.get(foldText(text)) ?? null,
  };
  return (cells) => toRow(needs, readers, cells);
};
