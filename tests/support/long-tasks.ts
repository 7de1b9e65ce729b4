import type { Page } from 'playwright-core';

/** Tasks of the page that kept it from answering for more than 50 ms (W3C Long Tasks), by what was done meanwhile. */
export type LongTasks = {
  /** Does something, waits until the page is at rest, and notes what it took. */
  readonly during: (name: string, work: () => Promise<unknown>) => Promise<Taken>;
  /** A table for people: what was done, how many long tasks it took, the longest, how many rows it drew. */
  readonly report: () => string;
};

/** What something took that was done in the page. */
export type Taken = {
  /** How many tasks over 50 ms, and the longest of them in ms; 0: there was none. */
  readonly count: number;
  readonly longest: number;
  /** How many rows of lists were put into the page by it: unlike times, that is the same on every computer. */
  readonly drawn: number;
};

type Watched = { longTasks: number[]; rowsDrawn: number };

const take = (page: Page): Promise<{ readonly tasks: readonly number[]; readonly drawn: number }> =>
  page.evaluate(() => {
    const watched = globalThis as unknown as Watched;
    const { rowsDrawn: drawn } = watched;
    watched.rowsDrawn = 0;
    return { tasks: watched.longTasks.splice(0), drawn };
  });

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
    watched.rowsDrawn = 0;
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) {
        for (const node of addedNodes) {
          if (!(node instanceof Element)) continue;
          watched.rowsDrawn += node.matches('[role="row"]')
            ? 1
            : node.querySelectorAll('[role="row"]').length;
        }
      }
    }).observe(document.body, { childList: true, subtree: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.longTasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  const rows: (Taken & { readonly name: string })[] = [];
  return {
    during: async (name, work) => {
      await work();
      await atRest(page);
      const { tasks, drawn } = await take(page);
      const taken = { count: tasks.length, longest: Math.round(Math.max(0, ...tasks)), drawn };
      rows.push({ name, ...taken });
      return taken;
    },
    report: () =>
      rows
        .map(
          ({ name, count, longest, drawn }) =>
            `${name.padEnd(32)} ${String(count).padStart(3)} tasks over 50 ms, longest ${longest} ms, ${drawn} rows drawn`,
        )
        .join('\n'),
  };
};
