import type { Translate } from '#renderer/i18n/i18n.ts';
import { checkAddress, checkDate, orNull } from '#renderer/features/resources/field-checks.ts';
import { toWebAddress } from '#shared/domain/web-address.ts';
import { licenseIdSchema, type Credit } from '#shared/model/credit.ts';
import type { BulkEdit, BulkField } from './plan-edit.ts';

const addresses: ReadonlySet<BulkField> = new Set(['creatorUrl', 'sourceUrl']);

/** What is wrong with the texts of an edit, by field; empty when nothing is. */
export const wrongFields = (
  fields: BulkEdit['fields'],
  t: Translate,
): Readonly<Partial<Record<BulkField, string>>> => {
  const address = checkAddress(t);
  const date = checkDate(t);
  const problems = (Object.entries(fields) as [BulkField, string][]).map(([field, text]) => {
    const check = addresses.has(field) ? address : field === 'licenseSeenOn' ? date : null;
    return [field, check?.(text.trim()) ?? null] as const;
  });
  return Object.fromEntries(problems.filter(([, problem]) => problem !== null));
};

/** The texts of an edit as values of a credit. Call it only when none of them is wrong. */
export const toCreditPatch = (fields: BulkEdit['fields']): Partial<Credit> =>
  Object.fromEntries(
    (Object.entries(fields) as [BulkField, string][]).map(([field, typed]) => {
      const text = typed.trim();
      if (field === 'licenseId') return [field, text === '' ? null : licenseIdSchema.parse(text)];
      if (addresses.has(field)) return [field, toWebAddress(text)];
      return [field, field === 'licenseSeenOn' ? orNull(text) : text];
    }),
  );
