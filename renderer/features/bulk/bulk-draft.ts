import { toList } from '#renderer/features/resources/field-checks.ts';
import type { InputOf } from '#shared/contract/contract.ts';

type BulkEdit = InputOf<'bulk.edit'>['edit'];

/** Fields of one line, in the order of the form. */
export const bulkLines = ['language', 'publisher', 'audience', 'accessNote'] as const;
/** Dates, in the order of the form. */
export const bulkDates = ['publishedOn', 'modifiedOn', 'addedOn', 'checkedOn'] as const;

/** A field that is set to a text, or emptied. */
export type BulkField = (typeof bulkLines)[number] | (typeof bulkDates)[number];

/** The form as it is filled in. A field that is missing or blank stays as it is; null empties it. */
export type BulkDraft = { readonly [Field in BulkField]?: string | null | undefined } & {
  readonly typeId?: string | undefined;
  /** One a line. */
  readonly addSubjects?: string | undefined;
  readonly removeSubjects?: readonly string[] | undefined;
};

/** What the form asks for; null while it asks for nothing. */
export const toBulkEdit = (draft: BulkDraft): BulkEdit | null => {
  const fields = [...bulkLines, ...bulkDates].flatMap((field) => {
    const value = draft[field];
    if (value === undefined || value?.trim() === '') return [];
    return [[field, value === null ? null : value.trim()] as const];
  });
  const add = toList(draft.addSubjects ?? '');
  const remove = draft.removeSubjects ?? [];
  const edit: BulkEdit = {
    ...Object.fromEntries(fields),
    ...(draft.typeId === undefined ? {} : { typeId: draft.typeId }),
    ...(add.length > 0 ? { addSubjects: add } : {}),
    ...(remove.length > 0 ? { removeSubjects: [...remove] } : {}),
  };
  return Object.keys(edit).length === 0 ? null : edit;
};
