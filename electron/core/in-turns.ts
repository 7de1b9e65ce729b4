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

/** Does something with each of many items, without keeping others waiting. A set may change meanwhile; a list must not. */
export const eachInTurns = async <Item>(items: Iterable<Item>, each: (item: Item) => void): Promise<void> => {
  const pause = createTurnTaking();
  let done = 0;
  for (const item of items) {
    each(item);
    done += 1;
    if (done % few === 0) await pause();
  }
};

/** `map` for many items, without keeping others waiting. */
export const mapInTurns = async <Item, Result>(
  items: Iterable<Item>,
  each: (item: Item) => Result,
): Promise<Result[]> => {
  const results: Result[] = [];
  await eachInTurns(items, (item) => void results.push(each(item)));
  return results;
};

/** `filter` for many items, without keeping others waiting. */
export const filterInTurns = async <Item>(
  items: Iterable<Item>,
  isWanted: (item: Item) => boolean,
): Promise<Item[]> => {
  const wanted: Item[] = [];
  await eachInTurns(items, (item) => {
    if (isWanted(item)) wanted.push(item);
  });
  return wanted;
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
