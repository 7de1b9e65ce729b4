import { CarrelError } from '#shared/contract/errors.ts';
import { tableSchemas } from '#shared/model/library.ts';
import type { AnyRecord, CheckRecord } from './record-ops.ts';

/** Checks a record against its table's schema and its id; gives it in normal form. Throws `invalid-input`. */
export const checkRecord: CheckRecord = (table, id, record) => {
  const parsed = tableSchemas[table].safeParse(record);
  const issue = parsed.error?.issues[0];
  const field = parsed.success ? 'id' : (issue?.path.join('.') ?? '');
  if (parsed.success && parsed.data.id === id) return parsed.data as AnyRecord;
  throw new CarrelError(
    'invalid-input',
    `${table}/${id} would not be valid: ${field} ${issue?.message ?? 'differs'}`,
    { reason: 'record-not-valid', table, id, field },
  );
};

/** For records of older formats, which today's schemas do not describe. */
export const trustRecord: CheckRecord = (_table, _id, record) => record;
