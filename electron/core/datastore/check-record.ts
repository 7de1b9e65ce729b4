import { tableSchemas } from '#shared/model/library.ts';
import { notValid } from './failures.ts';
import type { CheckRecord } from './record-ops.ts';

/** Checks a record against its table's schema and its id; gives it in normal form. Throws `invalid-input`. */
export const checkRecord: CheckRecord = (table, id, record) => {
  const parsed = tableSchemas[table].safeParse(record);
  if (!parsed.success) throw notValid(table, id, parsed.error.issues[0]?.path.join('.') ?? '');
  if (parsed.data.id !== id) throw notValid(table, id, 'id');
  return parsed.data;
};

/** For records of older formats, which today's schemas do not describe. */
export const trustRecord: CheckRecord = (_table, _id, record) => record;
