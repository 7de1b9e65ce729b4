import { setImmediate as turn } from 'node:timers/promises';
import type { Change, ChangeMarks, Op } from '#shared/model/change.ts';
import type { TableName } from '#shared/model/library.ts';
import { checkRecord } from './check-record.ts';
import { createLine } from './journal-line-pieces.ts';
import { ownCopy } from './own-copy.ts';
import type { AnyRecord, OpList, Write } from './record-ops.ts';
import { prepareOp } from './record-ops.ts';
import { rememberWeight } from './step-weights.ts';

/** Changes of more ops than this are made in slices, so that nobody else has to wait for them. */
export const largeChange = 500;

/** How long work goes on before others get their turn, in milliseconds. */
const sliceTime = 10;

/** Lets others have their turn when it is time. */
export const createPause = (): (() => Promise<void>) => {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < sliceTime) return;
    await turn();
    began = performance.now();
  };
};

/** A change that fits, with its journal line in pieces. Nothing was written to the tables. */
export type SlicedChange = {
  readonly change: Change;
  readonly pieces: readonly Buffer[];
  readonly writes: readonly Write[];
};

/** Checking a new record makes a copy of it, and one that was checked is nobody else's; only the trash holds what no schema takes apart. */
const isCopiedByChecking = ({ op, table }: Op): boolean => op === 'put' && table !== 'trash';

type Present = (table: TableName, id: string) => AnyRecord | undefined;

/** The records as the ops so far would leave them, over those that are there. */
const createOverlay = (present: Present) => {
  /** Null: gone. */
  const changed = new Map<TableName, Map<string, AnyRecord | null>>();
  return {
    get: (table: TableName, id: string) => {
      const own = changed.get(table)?.get(id);
      return own === undefined ? present(table, id) : (own ?? undefined);
    },
    set: ({ table, id, after }: Write) => {
      const own = changed.get(table);
      if (own) own.set(id, after ?? null);
      else changed.set(table, new Map([[id, after ?? null]]));
    },
  };
};

/** Ops between two looks at the clock, whose text is made at once. */
const few = 50;

/**
 * Checks a large change op by op, each against what those before it would leave, giving others their turn in between. To
 * be run alone in the queue: nobody else may change a record meanwhile. Throws `CarrelError` with nothing changed.
 */
export const stageInSlices = async (
  head: Omit<Change, 'ops' | keyof ChangeMarks>,
  { ops, marks = {} }: { readonly ops: OpList; readonly marks?: ChangeMarks },
  present: Present,
): Promise<SlicedChange> => {
  const pause = createPause();
  const overlay = createOverlay(present);
  const line = createLine();
  const made: Op[] = [];
  const writes: Write[] = [];
  line.add(`${JSON.stringify(head).slice(0, -1)},"ops":[`);
  for (let at = 0; at < ops.length; at += few) {
    const some = ops.slice(at, at + few).map((op) => {
      const copy = isCopiedByChecking(op) ? op : ownCopy(op);
      const { op: ready, write } = prepareOp(copy, overlay.get(copy.table, copy.id), checkRecord);
      overlay.set(write);
      writes.push(write);
      made.push(ready);
      return ready;
    });
    const text = JSON.stringify(some).slice(1, -1);
    line.add(at === 0 ? text : `,${text}`);
    await pause();
  }
  const marked = JSON.stringify(marks).slice(1, -1);
  line.add(marked === '' ? ']}' : `],${marked}}`);
  const pieces = line.end();
  const change: Change = { ...head, ops: made, ...marks };
  rememberWeight(
    change,
    pieces.reduce((sum, { length }) => sum + length, 0),
  );
  return { change, pieces, writes };
};
