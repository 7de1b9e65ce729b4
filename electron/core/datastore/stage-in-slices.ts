import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { Change, ChangeMarks, Op } from '#shared/model/change.ts';
import type { TableName } from '#shared/model/library.ts';
import { checkRecord } from './check-record.ts';
import { ownCopy } from './own-copy.ts';
import type { AnyRecord, Write } from './record-ops.ts';
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

/** Checking a new record makes a copy of it; only the trash holds what no schema takes apart. */
const isCopiedByChecking = ({ op, table }: Op): boolean => op === 'put' && table !== 'trash';

type Present = (table: TableName, id: string) => AnyRecord | undefined;

/** The records as the ops so far would leave them, over those that are there. */
const createOverlay = (present: Present) => {
  const changed = new Map<string, AnyRecord | undefined>();
  return {
    get: (table: TableName, id: string) => {
      const key = `${table}/${id}`;
      return changed.has(key) ? changed.get(key) : present(table, id);
    },
    set: ({ table, id, after }: Write) => void changed.set(`${table}/${id}`, after),
  };
};

/** Texts that are joined into buffers of about this many characters. */
const pieceLength = 512 * 1024;

/** The line of the journal: the same bytes as `toJournalLine`, made without ever holding others up. */
const linePieces = async (
  head: string,
  ops: readonly string[],
  tail: string,
  pause: () => Promise<void>,
): Promise<readonly Buffer[]> => {
  const hash = createHash('sha256');
  const body: Buffer[] = [];
  let waiting: string[] = [head];
  let length = 0;
  const flush = () => {
    const bytes = Buffer.from(waiting.join(''));
    hash.update(bytes);
    body.push(bytes);
    [waiting, length] = [[], 0];
  };
  for (const [at, op] of ops.entries()) {
    waiting.push(at === 0 ? op : `,${op}`);
    length += op.length;
    if (length < pieceLength) continue;
    flush();
    await pause();
  }
  waiting.push(tail);
  flush();
  const sum = hash.digest('hex').slice(0, 16);
  return [Buffer.from(`{"sum":"${sum}","change":`), ...body, Buffer.from('}\n')];
};

/**
 * Checks a large change op by op, each against what those before it would leave, giving others their turn in between. To
 * be run alone in the queue: nobody else may change a record meanwhile. Throws `CarrelError` with nothing changed.
 */
export const stageInSlices = async (
  head: Omit<Change, 'ops' | keyof ChangeMarks>,
  { ops, marks = {} }: { readonly ops: readonly Op[]; readonly marks?: ChangeMarks },
  present: Present,
): Promise<SlicedChange> => {
  const pause = createPause();
  const overlay = createOverlay(present);
  const made: Op[] = [];
  const texts: string[] = [];
  const writes: Write[] = [];
  for (const op of ops) {
    await pause();
    const copy = isCopiedByChecking(op) ? op : ownCopy(op);
    const { op: ready, write } = prepareOp(copy, overlay.get(copy.table, copy.id), checkRecord);
    overlay.set(write);
    made.push(ready);
    writes.push(write);
    texts.push(JSON.stringify(ready));
  }
  const start = `${JSON.stringify(head).slice(0, -1)},"ops":[`;
  const marked = JSON.stringify(marks).slice(1, -1);
  const end = marked === '' ? ']}' : `],${marked}}`;
  const pieces = await linePieces(start, texts, end, pause);
  const change: Change = { ...head, ops: made, ...marks };
  rememberWeight(
    change,
    pieces.reduce((sum, { length }) => sum + length, 0),
  );
  return { change, pieces, writes };
};
