import { vi } from 'vitest';
import type { Datastore } from '#core/datastore/datastore.ts';

/** How much was done between two turns of the event loop, at most and in all. */
export type Counts = { readonly most: number; readonly all: number };

/**
 * Does `work` while the clock says that time is up whenever somebody looks at it, and answers how often `step` was called
 * between two turns of the event loop: the size of the largest slice, whatever the machine.
 */
export const countTurns = async (work: (step: () => void) => Promise<unknown>): Promise<Counts> => {
  let at = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (at += 1_000));
  const counts = { now: 0, most: 0, all: 0 };
  let isDone = false;
  const turn = () => {
    counts.most = Math.max(counts.most, counts.now);
    counts.now = 0;
    if (!isDone) setImmediate(turn);
  };
  try {
    setImmediate(turn);
    await work(() => {
      counts.now += 1;
      counts.all += 1;
    });
    turn();
    return { most: counts.most, all: counts.all };
  } finally {
    isDone = true;
    clock.mockRestore();
  }
};

/** A datastore that calls `step` whenever a record is looked up in it. */
export const countingLookups = (datastore: Datastore, step: () => void): Datastore => {
  const counted = <Table extends object>(table: Table): Table =>
    new Proxy(table, {
      get: (target, id, receiver) => {
        step();
        return Reflect.get(target, id, receiver) as unknown;
      },
    });
  const { tables } = datastore;
  return {
    ...datastore,
    tables: { ...tables, images: counted(tables.images), topics: counted(tables.topics) },
    require: (table, id) => {
      step();
      return datastore.require(table, id);
    },
    evidenceOfImage: (imageId) => {
      step();
      return datastore.evidenceOfImage(imageId);
    },
  };
};
