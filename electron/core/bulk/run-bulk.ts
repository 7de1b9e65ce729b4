import type { CoreContext } from '#core/context.ts';
import type { JobHandle } from '#core/jobs/jobs.ts';
import type { BulkOutcome, BulkReport } from '#shared/contract/bulk.ts';

/** What bulk work needs of the core. */
export type BulkNeeds = Pick<CoreContext, 'datastore' | 'clock' | 'ids' | 'jobs' | 'search'>;

/** Work on more than so many is a job, with progress and a way to stop it. */
const mostAtOnce = 500;

const unwatched: JobHandle = { signal: new AbortController().signal, progress: () => undefined };

/** Does work on few at once, and starts a job for work on many. */
export const runBulk = async (
  { jobs }: Pick<BulkNeeds, 'jobs'>,
  count: number,
  work: (handle: JobHandle) => Promise<BulkReport>,
): Promise<BulkOutcome> =>
  count > mostAtOnce
    ? { kind: 'started', jobId: jobs.start('bulk', work) }
    : { kind: 'done', report: await work(unwatched) };
