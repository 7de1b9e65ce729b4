import type { HandlersFor } from '#shared/contract/contract.ts';
import type { CoreContext } from '../context.ts';

/** Calls that watch and stop long work. */
export const createJobHandlers = ({
  jobs,
}: Pick<CoreContext, 'jobs'>): HandlersFor<'jobs.get' | 'jobs.cancel'> => ({
  'jobs.get': ({ jobId }) => jobs.get(jobId),
  'jobs.cancel': ({ jobId }) => {
    jobs.cancel(jobId);
    return null;
  },
});
