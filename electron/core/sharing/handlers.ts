import type { CoreContext } from '#core/context.ts';
import type { HandlersFor } from '#shared/contract/contract.ts';
import { createSharingService } from './sharing-service.ts';

/** Handlers of `sharing.*`. */
export const createSharingHandlers = (
  context: CoreContext,
): HandlersFor<'sharing.preview' | 'sharing.open'> => {
  const sharing = createSharingService(context);
  return {
    'sharing.preview': ({ uploadId }) => sharing.preview(uploadId),
    'sharing.open': ({ uploadId, choices }) => {
      // Known to be there before the job starts, so that a stale choice is refused at once.
      context.uploads.require(uploadId);
      return { jobId: context.jobs.start('import', (work) => sharing.open(uploadId, choices, work)) };
    },
  };
};
