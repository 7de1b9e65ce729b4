import type { CoreContext } from '#core/context.ts';
import type { HandlersFor } from '#shared/contract/contract.ts';
import { importCsv } from './csv-import-service.ts';

/** Answers the calls that bring things in. */
export const createImportHandlers = (
  needs: Pick<CoreContext, 'datastore' | 'clock' | 'ids' | 'jobs' | 'uploads'>,
): HandlersFor<'imports.csv'> => ({
  'imports.csv': ({ uploadId, into }) => {
    const upload = needs.uploads.require(uploadId);
    if (into.kind === 'topic') needs.datastore.require('topics', into.topicId);
    const jobId = needs.jobs.start('import', async (handle) => {
      try {
        return await importCsv(needs, { upload, into }, handle);
      } finally {
        await needs.uploads.discard(uploadId);
      }
    });
    return { jobId };
  },
});
