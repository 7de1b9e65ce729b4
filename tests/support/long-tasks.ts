import type { Page } from 'playwright-core';

/** Tasks of the page that kept it from answering for more than 50 ms (W3C Long Tasks), by what was done meanwhile. */
export type LongTasks = {
  /** Does something, waits until the page is at rest, and notes the long tasks it took. */
  readonly during: (name: string, work: () => Promise<unknown>) => Promise<void>;
  /** The longest of all, in milliseconds; 0 when there was none. */
  readonly longest: () => number;
  /** A table for people: what was done, how many long tasks it took, the longest. */
  readonly report: () => string;
};

type Watched = { longTasks: number[] };

const take = (page: Page): Promise<number[]> =>
  page.evaluate(() => (globalThis as unknown as Watched).longTasks.splice(0));

/** A pause in which what was begun comes to its end and the observer is told, then two frames. */
const atRest = async (page: Page): Promise<void> => {
  await page.waitForTimeout(250);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
};

/** Begins to watch a page. */
export const watchLongTasks = async (page: Page): Promise<LongTasks> => {
  await page.evaluate(() => {
    const watched = globalThis as unknown as Watched;
    watched.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.longTasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  const rows: { name: string; tasks: readonly number[] }[] = [];
  return {
    during: async (name, work) => {
      await work();
      await atRest(page);
      rows.push({ name, tasks: await take(page) });
    },
    longest: () => Math.max(0, ...rows.flatMap(({ tasks }) => tasks)),
    report: () =>
      rows
        .map(({ name, tasks }) => {
          const longest = Math.round(Math.max(0, ...tasks));
          return `${name.padEnd(32)} ${String(tasks.length).padStart(3)} tasks over 50 ms, longest ${longest} ms`;
        })
        .join('\n'),
  };
};
