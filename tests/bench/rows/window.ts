import { join } from 'node:path';
import { createLibrary } from '#core/library/create-library.ts';
import { libraryPaths } from '#core/library/paths.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { benchFolder } from '../bench-folder.ts';
import { longestTaskOf, type LongestTask } from '../longest-task.ts';
import { tablesWithPictures } from '../make-library.ts';
import { median } from '../measure.ts';
import type { Group, Row } from '../row.ts';
import { serveCarrel, type LongestTurn, type ServedCarrel } from '../serve-carrel.ts';
import { windowWorks, workKinds, type WindowWork } from '../window-works.ts';

/** What a task may take before a person notices, in milliseconds. */
const noticed = 50;

type Measured = { readonly task: LongestTask; readonly turn: LongestTurn };

/** Does each of the works so many times, one after the other, in one window. */
const measureAll = async (
  carrel: ServedCarrel,
  works: readonly WindowWork[],
  runs: number,
): Promise<ReadonlyMap<WindowWork, readonly Measured[]>> => {
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(carrel.address);
  await page.waitForSelector('main h1');
  // The tour for those who are new here.
  await page.keyboard.press('Escape');
  await page.waitForTimeout(1_000);
  const measured = new Map<WindowWork, Measured[]>(works.map((work) => [work, []]));
  for (let run = 0; run < runs; run += 1) {
    for (const work of works) {
      await work.prepare?.(page);
      await page.waitForTimeout(300);
      await carrel.longestTurn();
      const task = await longestTaskOf(browser, page, () => work.run(page));
      measured.get(work)?.push({ task, turn: await carrel.longestTurn() });
    }
  }
  await browser.close();
  return measured;
};

const toMilliseconds = (value: number): string => `${Math.round(value).toLocaleString('en')} ms`;

/** Of all works of a kind the one with the longest task, each by the median of its runs. */
const toRow = (
  kind: string,
  all: readonly (readonly [WindowWork, readonly Measured[]])[],
  { count, runs }: { readonly count: string; readonly runs: number },
): Row => {
  const medians = all.map(([work, each]) => ({
    name: work.name,
    work: median(each.map(({ task }) => task.work)),
    time: median(each.map(({ task }) => task.time)),
    turn: median(each.map(({ turn }) => turn.work)),
  }));
  const [longest] = medians.toSorted((a, b) => b.work - a.work);
  const carrel = longest?.work ?? 0;
  const byClock = Math.max(...medians.map(({ time }) => time));
  const ofCore = Math.max(...medians.map(({ turn }) => turn));
  return {
    work: `longest task of the window with ${count} resources: ${kind}`,
    anchor: `${noticed} ms of the processor, which nobody notices`,
    ratio: carrel / noticed,
    goal: 1,
    carrel,
    other: noticed,
    unit: 'ms',
    runs,
    longestTask: ofCore,
    note: `${longest?.name ?? ''}; by the clock ${toMilliseconds(byClock)}; the core's task is of the processor, too`,
  };
};

/** How long the window and the core do not answer while somebody works with a large library. */
export const windowRows: Group = async ({ resources, runs, quick }) => {
  const folder = await benchFolder();
  const libraryDir = join(folder.path, 'library');
  const tables = tablesWithPictures(resources);
  await createLibrary(libraryPaths(libraryDir), { title: 'Bench', language: 'en' }, tables);
  const carrel = await serveCarrel(libraryDir, join(folder.path, 'settings'), true);
  const rounds = quick ? 1 : Math.min(runs, 3);
  const total = Object.keys(tables.resources).length;
  const measured = [...(await measureAll(carrel, windowWorks(total), rounds))];
  await carrel.close();
  await folder.remove();
  return workKinds.map((kind) =>
    toRow(
      kind,
      measured.filter(([work]) => work.kind === kind),
      { count: total.toLocaleString('en'), runs: rounds },
    ),
  );
};
