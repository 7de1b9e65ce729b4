import { dirname } from 'node:path';
import type { CoreContext } from '#core/context.ts';
import { refusal } from '#core/refusal.ts';
import type { HandlersFor } from '#shared/contract/contract.ts';
import { newLibraryReportSchema } from '#shared/contract/sharing.ts';
import type { JobId, Ticket } from '#shared/model/ids.ts';
import { createSharingService } from './sharing-service.ts';

/** The folder that the user chose for a new library's folder; without a ticket, the one that holds this library. */
const parentOf = ({ host, paths }: CoreContext, ticket: Ticket | null): string => {
  if (ticket === null) return dirname(paths.root);
  const place = host.destination(ticket);
  if (place?.kind !== 'folder') throw refusal('not-found', 'destination-gone');
  return place.path;
};

/** Where the library lies that a job made. Only such a one: no page can name a folder. */
const placeMadeBy = ({ jobs }: CoreContext, jobId: JobId): string => {
  const made = newLibraryReportSchema.safeParse(jobs.get(jobId).result);
  if (!made.success) throw refusal('conflict', 'no-such-record');
  return made.data.place;
};

type Calls = 'sharing.preview' | 'sharing.open' | 'sharing.create' | 'sharing.openCreated';

/** Handlers of `sharing.*`. */
export const createSharingHandlers = (context: CoreContext): HandlersFor<Calls> => {
  const sharing = createSharingService(context);
  const { host, jobs, uploads } = context;
  return {
    'sharing.preview': ({ uploadId }) => sharing.preview(uploadId),
    'sharing.open': ({ uploadId, choices }) => {
      // Known to be there before the job starts, so that a stale choice is refused at once.
      uploads.require(uploadId);
      return { jobId: jobs.start('import', (work) => sharing.open(uploadId, choices, work)) };
    },
    'sharing.create': ({ uploadId, title, ticket }) => {
      uploads.require(uploadId);
      const parent = parentOf(context, ticket);
      return { jobId: jobs.start('import', (work) => sharing.create(uploadId, { title, parent }, work)) };
    },
    'sharing.openCreated': async ({ jobId }) => {
      const place = placeMadeBy(context, jobId);
      if (!host.switchLibrary) throw refusal('unsupported', 'cannot-switch-library');
      await host.switchLibrary(place);
      return null;
    },
  };
};
