import { setImmediate } from 'node:timers/promises';
import type { JobHandle } from '#core/jobs/jobs.ts';

/** Between two looks at the clock, at the cancel button and at whoever else wants to be answered. */
const sliceTime = 12;

/** Does something with each item, letting others have their turn, and throws when it is cancelled in between. */
export const inSlices = async <Item>(
  items: readonly Item[],
  { signal, progress }: JobHandle,
  each: (item: Item) => void,
): Promise<void> => {
  let began = performance.now();
  for (const [index, item] of items.entries()) {
    if (performance.now() - began > sliceTime) {
      progress(index, items.length);
      await setImmediate();
      signal.throwIfAborted();
      began = performance.now();
    }
    each(item);
  }
  signal.throwIfAborted();
  progress(items.length, items.length);
};
