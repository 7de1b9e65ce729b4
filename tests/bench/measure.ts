import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

/** The value that so many per cent of all are not above. */
export const percentile = (values: readonly number[], percent: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
};

/** Milliseconds that `work` took. */
export const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

type Pair = { readonly carrel: () => unknown; readonly other: () => unknown };

/** Medians of two works done in turn, A B A B …, after one of each that does not count. */
export const inTurn = async (
  { carrel, other }: Pair,
  runs: number,
): Promise<{ readonly carrel: number; readonly other: number }> => {
  await carrel();
  await other();
  const times = { carrel: [] as number[], other: [] as number[] };
  for (let run = 0; run < runs; run += 1) {
    times.carrel.push(await timed(carrel));
    times.other.push(await timed(other));
  }
  return { carrel: median(times.carrel), other: median(times.other) };
};

/** Does `work` and answers, beside its result, the longest time in ms that the event loop did not get its turn. */
export const watched = async <Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly longestTask: number }> => {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await wait(20);
  delay.reset();
  const result = await work();
  await wait(20);
  delay.disable();
  return { result, longestTask: delay.max / 1e6 };
};
