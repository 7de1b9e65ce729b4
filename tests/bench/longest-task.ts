import type { Browser, Page } from 'playwright-core';

/** The longest task of the window, in ms: by the clock, and of the processor, which other programs do not lengthen. */
export type LongestTask = { readonly time: number; readonly work: number };

type TraceEvent = {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** In microseconds. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
};

const taskNames = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);

const longestOf = (text: string): LongestTask => {
  const { traceEvents } = JSON.parse(text) as { readonly traceEvents: readonly TraceEvent[] };
  const nameOf = new Map(
    traceEvents.flatMap(({ name, pid, tid, args }) =>
      name === 'thread_name' ? [[`${pid} ${tid}`, args.name] as const] : [],
    ),
  );
  let [time, work] = [0, 0];
  for (const { name, pid, tid, dur = 0, tdur = 0 } of traceEvents) {
    if (!taskNames.has(name) || nameOf.get(`${pid} ${tid}`) !== 'CrRendererMain') continue;
    time = Math.max(time, dur / 1_000);
    work = Math.max(work, tdur / 1_000);
  }
  return { time, work };
};

/** Does something in a page and answers the longest task of its main thread, as the browser traces it. */
export const longestTaskOf = async (
  browser: Browser,
  page: Page,
  run: () => Promise<unknown>,
): Promise<LongestTask> => {
  await browser.startTracing(page, {
    categories: ['toplevel', 'disabled-by-default-devtools.timeline', 'devtools.timeline'],
  });
  try {
    await run();
    // What was begun comes to its end.
    await page.waitForTimeout(250);
  } catch (error) {
    await browser.stopTracing();
    throw error;
  }
  return longestOf((await browser.stopTracing()).toString());
};
