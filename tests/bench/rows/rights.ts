import { join } from 'node:path';
import { createLibrary } from '#core/library/create-library.ts';
import { libraryPaths } from '#core/library/paths.ts';
import type { Core } from '#core/open-core.ts';
import { ticketSchema } from '#shared/model/ids.ts';
import type { Tables } from '#shared/model/library.ts';
import { benchFolder } from '../bench-folder.ts';
import { benchTables, tablesWithPictures } from '../make-library.ts';
import { median, timed, watched } from '../measure.ts';
import { openBenchCore } from '../open-bench-core.ts';
import type { Group, Row } from '../row.ts';

const ticket = ticketSchema.parse('bench-bench-bench-bench');

/** What a task of the core may take before a person notices, in milliseconds. */
const noticed = 50;

/** The longest task of a work of the core, in a row of its own. */
const taskRow = async (work: string, runs: number, run: () => Promise<unknown>): Promise<Row> => {
  await run();
  const longest: number[] = [];
  const whole: number[] = [];
  for (let count = 0; count < runs; count += 1) {
    const { longestTask } = await watched(async () => void whole.push(await timed(run)));
    longest.push(longestTask);
  }
  const longestTask = median(longest);
  return {
    work: `longest task: ${work}`,
    anchor: `${noticed} ms, which nobody notices`,
    ratio: longestTask / noticed,
    goal: 1,
    carrel: longestTask,
    other: noticed,
    unit: 'ms',
    runs,
    longestTask: Math.max(...longest),
    note: `${Math.round(median(whole)).toLocaleString('en')} ms in all`,
  };
};

const openLibrary = async (folder: string, name: string, tables: Partial<Tables>): Promise<Core> => {
  const dir = join(folder, name);
  await createLibrary(libraryPaths(dir), { title: 'Bench', language: 'en' }, tables);
  let sites = 0;
  // A new place each time: a site that is there already would only be looked through.
  const destination = () => {
    sites += 1;
    return { kind: 'folder', path: join(folder, `site ${sites}`) } as const;
  };
  return openBenchCore(dir, { destination });
};

/** How long others wait while all pictures are looked through, and while everything is published. */
export const rightsRows: Group = async ({ resources, runs, quick }) => {
  const folder = await benchFolder();
  const rounds = quick ? 1 : Math.min(runs, 5);
  const count = resources.toLocaleString('en');
  const rows: Row[] = [];
  const pictures = await openLibrary(folder.path, 'pictures', tablesWithPictures(resources));
  const report = { topicIds: null, filter: null, offset: 0, limit: 50 };
  for (const [work, run] of [
    [`rights report of ${count} pictures`, () => pictures.call('rights.report', report)],
    [`rights of ${count} pictures before publishing`, () => pictures.call('rights.gate', { topicIds: null })],
    [`problems of ${count} pictures and resources`, () => pictures.call('exports.check', { topicIds: null })],
  ] as const)
    rows.push(await taskRow(work, rounds, run));
  await pictures.close();

  const texts = await openLibrary(
    folder.path,
    'texts',
    benchTables(Math.ceil(resources / 50), Math.min(50, resources)),
  );
  rows.push(
    await taskRow(`site of ${count} resources`, rounds, async () => {
      const order = { format: 'site', topicIds: null, ticket, options: {} } as const;
      const { jobId } = await texts.call('exports.run', order);
      const { state, error } = await texts.context.jobs.ended(jobId);
      if (state !== 'done') throw new Error(`the site was not written: ${error?.message ?? state}`);
    }),
  );
  await texts.close();
  await folder.remove();
  return rows;
};
