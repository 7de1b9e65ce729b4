import { isDeepStrictEqual } from 'node:util';
import type { Op } from '#shared/model/change.ts';
import type { TableName } from '#shared/model/library.ts';
import { changedMeanwhile, missingRecord, notValid } from './failures.ts';
import { isChecked } from './ops.ts';

/** A record of any table. Never written to: an edit makes a new one. */
export type AnyRecord = Readonly<Record<string, unknown>>;

/** What an op does to one record; `undefined` is "not there". */
export type Write = {
  readonly table: TableName;
  readonly id: string;
  readonly before: AnyRecord | undefined;
  readonly after: AnyRecord | undefined;
};

/** An op that was found to fit, in its normal form, and what it does. */
export type PreparedOp = { readonly op: Op; readonly write: Write };

/** Gives the record in its normal form (texts trimmed …) or throws `invalid-input`. */
export type CheckRecord = (table: TableName, id: string, record: AnyRecord) => AnyRecord;

type Edit = Extract<Op, { op: 'edit' }>;

const unsafeKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** A field path reaches one level down at most; the rest after the first dot is one key. */
const splitPath = (path: string): readonly string[] => {
  const dot = path.indexOf('.');
  return dot < 0 ? [path] : [path.slice(0, dot), path.slice(dot + 1)];
};

const isRecord = (value: unknown): value is AnyRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const valueAt = (record: AnyRecord, path: string): unknown =>
  splitPath(path).reduce<unknown>(
    (value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    record,
  );

const withValueAt = (record: AnyRecord, path: string, to: unknown): AnyRecord => {
  const [field = '', key] = splitPath(path);
  return { ...record, [field]: key === undefined ? to : { ...(record[field] as AnyRecord), [key]: to } };
};

const editRecord = (op: Edit, present: AnyRecord): AnyRecord =>
  Object.entries(op.fields).reduce((record, [path, { from, to }]) => {
    if (path === 'id' || splitPath(path).some((key) => unsafeKeys.has(key))) {
      throw notValid(op.table, op.id, path);
    }
    if (from === undefined || !isDeepStrictEqual(valueAt(record, path), from)) {
      throw changedMeanwhile(op.table, op.id, path);
    }
    return withValueAt(record, path, to);
  }, present);

const normalEdit = (op: Edit, after: AnyRecord): Op => ({
  ...op,
  fields: Object.fromEntries(
    Object.entries(op.fields).map(([path, { from }]) => [
      path,
      { from, to: valueAt(after, path) as typeof from },
    ]),
  ),
});

/**
 * Checks one op against the record as it is now. Throws `conflict` when the record is not as the op expects it,
 * `not-found` when it is not there, `invalid-input` when the result would not be valid.
 */
export const prepareOp = (op: Op, present: AnyRecord | undefined, check: CheckRecord): PreparedOp => {
  const { table, id } = op;
  if (table === 'library' && op.op !== 'edit') throw notValid(table, id, 'id');
  if (op.op === 'put') {
    if (present) throw changedMeanwhile(table, id);
    if (isChecked(op)) return { op, write: { table, id, before: undefined, after: op.record } };
    const after = check(table, id, op.record);
    return {
      op: { ...op, record: after as typeof op.record },
      write: { table, id, before: undefined, after },
    };
  }
  if (!present) throw missingRecord(table, id);
  if (op.op === 'delete') {
    if (!isDeepStrictEqual(present, op.record)) throw changedMeanwhile(table, id);
    return { op, write: { table, id, before: present, after: undefined } };
  }
  const after = check(table, id, editRecord(op, present));
  return { op: normalEdit(op, after), write: { table, id, before: present, after } };
};

const inverseOf = (op: Op): Op => {
  if (op.op === 'put') return { ...op, op: 'delete' };
  if (op.op === 'delete') return { ...op, op: 'put' };
  const fields = Object.entries(op.fields).map(
    ([path, { from, to }]) => [path, { from: to, to: from }] as const,
  );
  return { ...op, fields: Object.fromEntries(fields.toReversed()) };
};

/** Ops in an order, to be had in slices: of a hundred thousand, not all need to be there at once. */
export type OpList = {
  readonly length: number;
  readonly slice: (from?: number, to?: number) => readonly Op[];
};

/** The ops that take `ops` back, in the order they must run. Each is made when it is asked for. */
export const inverseOps = (ops: readonly Op[]): OpList => ({
  length: ops.length,
  slice: (from = 0, to = ops.length) => {
    const [first, end] = [Math.max(0, ops.length - to), Math.max(0, ops.length - from)];
    return ops.slice(first, end).map(inverseOf).toReversed();
  },
});
