/**
 * Run as a process of its own, to be killed: exports all topics of the library in the folder given into another folder,
 * and prints one line for each file that is ready. After `stopAt` files it waits to be killed (-1: never).
 */
import { openCore } from '#core/open-core.ts';
import { createExportService } from '#core/exports/export-service.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { testHost } from './test-host.ts';

const [, , libraryDir = '', settingsDir = '', folder = '', stopAt = ''] = process.argv;
const core = await openCore({
  libraryDir,
  settingsDir,
  host: testHost,
});
const forever = new Int32Array(new SharedArrayBuffer(4));
await createExportService(core.context).run({
  format: 'site',
  topicIds: Object.keys(core.context.datastore.tables.topics) as TopicId[],
  destination: { kind: 'folder', path: folder },
  progress: (done) => {
    process.stdout.write(`ready ${done}\n`);
    // Stands still in the middle of the work, as a process does that is killed there.
    if (done === Number(stopAt)) Atomics.wait(forever, 0, 0);
  },
});
await core.close();
