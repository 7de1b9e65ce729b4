import type { Credit } from '#shared/model/credit.ts';
import type { Image } from '#shared/model/image.ts';

/** Fields of a credit that make sense for many pictures at once, in the order of the dialog. */
export const bulkFields = [
  'licenseId',
  'creator',
  'creatorUrl',
  'sourceUrl',
  'copyrightNotice',
  'creditLine',
  'usageTerms',
  'changes',
  'licenseSeenOn',
  'evidenceNote',
] as const satisfies readonly (keyof Credit)[];
export type BulkField = (typeof bulkFields)[number];

/** What many credits are to say: only the fields that are named are touched; an empty text clears one. */
export type BulkEdit = {
  readonly fields: Readonly<Partial<Record<BulkField, string>>>;
  /** Leaves alone what is filled already. */
  readonly onlyEmpty: boolean;
};

/** What an edit would do to one picture, field by field. */
export type PlannedEdit = {
  readonly image: Image;
  readonly edits: readonly { readonly field: BulkField; readonly before: string; readonly after: string }[];
};

/** What would change, picture by picture; those that stay as they are are left out. */
export const planEdit = (images: readonly Image[], { fields, onlyEmpty }: BulkEdit): readonly PlannedEdit[] =>
  images
    .map((image) => ({
      image,
      edits: bulkFields.flatMap((field) => {
        const after = fields[field]?.trim();
        const before = image.credit[field] ?? '';
        if (after === undefined || after === before || (onlyEmpty && before !== '')) return [];
        return [{ field, before, after }];
      }),
    }))
    .filter(({ edits }) => edits.length > 0);
