import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createBulkHandlers } from '#core/bulk/handlers.ts';
import { createEvents } from '#core/door/events.ts';
import { createImportHandlers } from '#core/imports/handlers.ts';
import { createJobs } from '#core/jobs/create-jobs.ts';
import { createResourceHandlers } from '#core/resources/handlers.ts';
import { createTopicHandlers } from '#core/topics/handlers.ts';
import { systemIds } from '#core/system.ts';
import { createUploads } from '#core/uploads/create-uploads.ts';
import { contract, type InputOf, type OutputOf } from '#shared/contract/contract.ts';
import { importReportSchema, type ImportReport } from '#shared/contract/exchange.ts';
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
  onTestFinished(async () => {
    await jobs.close();
    await uploads.close();
  });
  const needs = { datastore, clock, ids: systemIds, jobs, uploads };
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

  /** Uploads bytes and imports them into a new topic; answers the ended job. */
  const runImport = async (
    bytes: Uint8Array | string,
    into: InputOf<'imports.csv'>['into'] = { kind: 'new', title: 'Imported' },
  ) => {
    const path = join(await temporaryFolder(), 'table.csv');
    await writeFile(path, bytes);
    const { id } = await uploads.adopt(path);
    const { jobId } = await call('imports.csv', { uploadId: id, fileName: 'table.csv', into });
    return jobs.ended(jobId);
  };

  /** As `runImport`, for a table that can be imported. */
  const importTable = async (...args: Parameters<typeof runImport>): Promise<ImportReport> => {
    const job = await runImport(...args);
    if (job.state !== 'done') throw new Error(job.error?.message ?? job.state);
    return importReportSchema.parse(job.result);
  };

  /** The resources of a board's section in the order shown. */
  const resourcesOf = (board: Board, section = 0) =>
    (board.sections[section]?.entries ?? []).map(({ resourceId }) =>
      datastore.require('resources', resourceId),
    );

  return { ...needs, paths, call, runImport, importTable, resourcesOf };
};
