import { setImmediate } from 'node:timers/promises';

/** How long work goes on before others get their turn, in milliseconds. */
const turn = 12;

/** Gives others their turn whenever one is up. To be awaited between pieces of work that are short by themselves. */
export const createTurnTaking = (): (() => Promise<void>) => {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < turn) return;
    await setImmediate();
    began = performance.now();
  };
};

/** How many small items are done between two looks at the clock. */
const few = 64;

/** `map` for many items, without keeping others waiting. */
export const mapInTurns = async <Item, Result>(
  items: readonly Item[],
  each: (item: Item) => Result,
): Promise<Result[]> => {
  const pause = createTurnTaking();
  const results: Result[] = [];
  for (const item of items) {
    results.push(each(item));
    if (results.length % few === 0) await pause();
  }
  return results;
};

const merge = async <Item>(
  [left, right]: readonly [readonly Item[], readonly Item[]],
  compare: (a: Item, b: Item) => number,
  pause: () => Promise<void>,
): Promise<readonly Item[]> => {
  const merged: Item[] = [];
  let [a, b] = [0, 0];
  while (a < left.length && b < right.length) {
    const [one, other] = [left[a] as Item, right[b] as Item];
    if (compare(one, other) <= 0) a += merged.push(one) && 1;
    else b += merged.push(other) && 1;
    if (merged.length % 1_024 === 0) await pause();
  }
  for (const rest of [left.slice(a), right.slice(b)]) for (const item of rest) merged.push(item);
  return merged;
};

/** How many items are sorted at once. */
const run = 4_096;

/** `toSorted` for many items, without keeping others waiting. Stable. */
export const sortInTurns = async <Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Promise<readonly Item[]> => {
  const pause = createTurnTaking();
  let runs: (readonly Item[])[] = [];
  for (let from = 0; from < items.length; from += run) {
    runs.push(items.slice(from, from + run).toSorted(compare));
    await pause();
  }
  while (runs.length > 1) {
    const longer: (readonly Item[])[] = [];
    for (let at = 0; at < runs.length; at += 2)
      longer.push(await merge([runs[at] ?? [], runs[at + 1] ?? []], compare, pause));
    runs = longer;
  }
  return runs[0] ?? [];
};
