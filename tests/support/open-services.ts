import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createBulkHandlers } from '#core/bulk/handlers.ts';
import { createEvents } from '#core/door/events.ts';
import { createImportHandlers } from '#core/imports/handlers.ts';
import { createJobs } from '#core/jobs/create-jobs.ts';
import { createResourceHandlers } from '#core/resources/handlers.ts';
import { createTopicHandlers } from '#core/topics/handlers.ts';
import { createSearch } from '#core/search/search-service.ts';
import { systemIds } from '#core/system.ts';
import { openSettingsStore } from '#core/settings/create-settings-store.ts';
import { createTurns } from '#core/turns.ts';
import { createUploads } from '#core/uploads/create-uploads.ts';
import { contract, type InputOf, type OutputOf } from '#shared/contract/contract.ts';
import {
  importPreviewSchema,
  importReportSchema,
  type ImportPreview,
  type ImportReport,
} from '#shared/contract/imports.ts';
import type { Job } from '#shared/contract/events.ts';
import type { Board } from '#shared/contract/views.ts';
import { fakeClock } from './fake-clock.ts';
import { memoryLogger } from './memory-logger.ts';
import { openTestDatastore } from './open-datastore.ts';
import { temporaryFolder } from './temporary-folder.ts';

type Handlers = ReturnType<typeof createTopicHandlers> &
  ReturnType<typeof createResourceHandlers> &
  ReturnType<typeof createBulkHandlers> &
  ReturnType<typeof createImportHandlers>;
type Method = keyof Handlers;

/**
 * The handlers of topics, resources, bulk work and imports over a real datastore, without a door. Every input and answer goes
 * through the contract's schemas. Closed when the test ends.
 */
export const openServices = async () => {
  const { datastore, paths } = await openTestDatastore();
  const clock = fakeClock();
  const logger = memoryLogger();
  const events = createEvents(logger);
  const jobs = createJobs({ clock, ids: systemIds, events, logger });
  const uploads = createUploads({ ids: systemIds });
  const search = createSearch({ datastore, paths, logger });
  onTestFinished(async () => {
    await jobs.close();
    await uploads.close();
    await search.close();
  });
  const settings = await openSettingsStore({ folder: await temporaryFolder(), clock, logger });
  const fileTurns = createTurns();
  const needs = { datastore, clock, ids: systemIds, jobs, uploads, settings, paths, search, fileTurns };
  const handlers: Handlers = {
    ...createTopicHandlers(needs),
    ...createResourceHandlers(needs),
    ...createBulkHandlers(needs),
    ...createImportHandlers(needs),
  };
  const call = async <M extends Method>(method: M, input: InputOf<M>): Promise<OutputOf<M>> => {
    const handle = handlers[method] as (input: unknown) => unknown;
    const answer = await handle(contract[method].input.parse(input));
    return contract[method].output.parse(answer) as OutputOf<M>;
  };

  /** Uploads files and reads them; answers the ended job. */
  const runRead = async (files: Readonly<Record<string, Uint8Array | string>>): Promise<Job> => {
    const folder = await temporaryFolder();
    const waiting: InputOf<'imports.read'>['files'] = [];
    for (const [fileName, bytes] of Object.entries(files)) {
      const path = join(folder, fileName.replaceAll('/', '_'));
      await writeFile(path, bytes);
      waiting.push({ uploadId: (await uploads.adopt(path)).id, fileName });
    }
    const { jobId } = await call('imports.read', { files: waiting });
    return jobs.ended(jobId);
  };

  const done = (job: Job): Job['result'] => {
    if (job.state !== 'done') throw new Error(job.error?.message ?? job.state);
    return job.result;
  };

  /** As `runRead`, for files that can be read. */
  const readFiles = async (...args: Parameters<typeof runRead>): Promise<ImportPreview> =>
    importPreviewSchema.parse(done(await runRead(...args)));

  /** Makes what was read; answers the ended job. */
  const commitImport = async (
    { importId }: ImportPreview,
    target: Partial<InputOf<'imports.commit'>['target']> = {},
  ): Promise<ImportReport> => {
    const { jobId } = await call('imports.commit', {
      importId,
      target: { into: { kind: 'new', title: 'Imported' }, folders: 'topics', duplicates: 'add', ...target },
    });
    return importReportSchema.parse(done(await jobs.ended(jobId)));
  };

  /** Reads one table and makes it. */
  const importTable = async (
    bytes: Uint8Array | string,
    target: Parameters<typeof commitImport>[1] = {},
  ): Promise<ImportReport> => commitImport(await readFiles({ 'table.csv': bytes }), target);

  /** The resources of a board's section in the order shown. */
  const resourcesOf = (board: Board, section = 0) =>
    (board.sections[section]?.entryIds ?? []).map((id) =>
      datastore.require('resources', datastore.require('placements', id).resourceId),
    );

  return { ...needs, call, runRead, readFiles, commitImport, importTable, resourcesOf };
};
