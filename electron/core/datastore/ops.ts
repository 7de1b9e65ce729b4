import type { z } from 'zod';
import type { Op } from '#shared/model/change.ts';
import type { RecordOf, TableName } from '#shared/model/library.ts';

type Json = z.infer<ReturnType<typeof z.json>>;
type AnyRecord = Readonly<Record<string, unknown>>;

const asJson = (record: AnyRecord) => record as Record<string, Json>;

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Adds a record. */
export const putOp = <Table extends TableName>(table: Table, record: RecordOf<Table>): Op => ({
  op: 'put',
  table,
  id: record.id,
  record: asJson(record),
});

const checked = Symbol('checked');

/**
 * Adds a new record of which every part has just come out of its schema: in normal form, its fields in the schema's order,
 * none of them undefined. The datastore does not check it a second time and keeps the very object, so nobody may write to it.
 * For very many at once; everything else takes `putOp`.
 */
export const putCheckedOp = <Table extends TableName>(table: Table, record: RecordOf<Table>): Op => {
  const op: Op & { readonly [checked]: true } = {
    op: 'put',
    table,
    id: record.id,
    record: asJson(record),
    [checked]: true,
  };
  return op;
};

/** Whether an op was made by `putCheckedOp`, and is no copy of one. */
export const isChecked = (op: Op): boolean => checked in op;

/** Deletes a record, keeping all of it for undo. */
export const deleteOp = <Table extends TableName>(table: Table, record: RecordOf<Table>): Op => ({
  op: 'delete',
  table,
  id: record.id,
  record: asJson(record),
});

/**
 * Sets some fields of a record. Fields whose value stays the same are left out; when none is left the list is empty,
 * so that saving without a change makes no undo step.
 */
export const editOps = <Table extends TableName>(
  table: Table,
  record: RecordOf<Table>,
  patch: { readonly [Field in keyof RecordOf<Table>]?: RecordOf<Table>[Field] | undefined },
): Op[] => {
  const before = record as AnyRecord;
  const fields = Object.entries(patch as AnyRecord)
    .filter(([name, to]) => to !== undefined && !sameJson(before[name], to))
    .map(([name, to]) => [name, { from: before[name] as Json, to: to as Json }] as const);
  return fields.length === 0
    ? []
    : [{ op: 'edit', table, id: record.id, fields: Object.fromEntries(fields) }];
};
