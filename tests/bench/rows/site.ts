import { join } from 'node:path';
import { createLibrary } from '#core/library/create-library.ts';
import { libraryPaths } from '#core/library/paths.ts';
import type { Core } from '#core/open-core.ts';
import { ticketSchema, type ResourceId } from '#shared/model/ids.ts';
import { buildWithHugo, makeHugoProject, versionOf } from '../anchors/hugo-site.ts';
import { benchFolder } from '../bench-folder.ts';
import { benchTables } from '../make-library.ts';
import { inTurn, median, timed, watched } from '../measure.ts';
import { openBenchCore } from '../open-bench-core.ts';
import type { Group, Row } from '../row.ts';

const ticket = ticketSchema.parse('bench-bench-bench-bench');

const publish = async (core: Core): Promise<void> => {
  const { jobId } = await core.call('exports.run', { format: 'site', topicIds: null, ticket, options: {} });
  const { state, error } = await core.context.jobs.ended(jobId);
  if (state !== 'done') throw new Error(`the site was not written: ${error?.message ?? state}`);
};

/** A site of a thousand topics, whole and after one edit. */
export const siteRows: Group = async ({ runs, quick }) => {
  const folder = await benchFolder();
  const [topics, each] = quick ? [100, 20] : [1_000, 20];
  const tables = benchTables(topics, each);
  // Whoever deletes files and makes new ones at once measures how long the disk looks for room among those that were deleted
  // a moment ago. So every run has a new place, for both, and all of them go at the end.
  let round = 0;
  let site = '';
  await createLibrary(libraryPaths(join(folder.path, 'library')), { title: 'Bench', language: 'en' }, tables);
  const core = await openBenchCore(join(folder.path, 'library'), {
    destination: () => ({ kind: 'folder', path: site }),
  });
  const whole = async () => {
    round += 1;
    site = join(folder.path, `site-${round}`);
    await publish(core);
  };
  const rows: Row[] = [];
  const work = `site of ${topics.toLocaleString('en')} topics × ${each} resources`;
  const hugo = await versionOf('hugo', ['version']);
  const project = join(folder.path, 'hugo');
  if (hugo !== null) await makeHugoProject(project, tables);
  const other =
    hugo === null ? () => undefined : () => buildWithHugo(project, join(folder.path, `hugo-${round}`));
  const beside = await inTurn({ carrel: whole, other }, runs);
  const { longestTask } = await watched(whole);
  const anchor =
    hugo === null ? 'Hugo (not installed)' : `${hugo.split('-')[0] ?? 'Hugo'}, same pages from the same data`;
  const ratio = hugo === null ? null : beside.carrel / beside.other;
  rows.push({
    work,
    anchor,
    ratio,
    goal: 0.5,
    carrel: beside.carrel,
    other: hugo === null ? null : beside.other,
    unit: 'ms',
    runs,
    longestTask,
    note: '',
  });

  const ids = Object.keys(core.context.datastore.tables.resources) as ResourceId[];
  const again: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const resourceId = ids[(run * 7_919) % ids.length] as ResourceId;
    await core.call('resources.update', { resourceId, patch: { title: `Edited ${run}` } });
    again.push(await timed(() => publish(core)));
  }
  const once = median(again.slice(1));
  rows.push({
    work: 're-export after one edit',
    anchor: 'full export',
    ratio: once / beside.carrel,
    goal: 0.05,
    carrel: once,
    other: beside.carrel,
    unit: 'ms',
    runs,
    longestTask: null,
    note: '',
  });
  await core.close();
  await folder.remove();
  return rows;
};
