import type { CoreContext, Destination } from '#core/context.ts';
import { refusal } from '#core/refusal.ts';
import type { HandlersFor } from '#shared/contract/contract.ts';
import type { Ticket } from '#shared/model/ids.ts';
import { exportDossier } from './dossier/dossier-export-service.ts';
import { createExportService } from './export-service.ts';
import { readGate } from './gate-service.ts';

const destinationOf = ({ host }: CoreContext, ticket: Ticket | null): Destination | null => {
  if (ticket === null) return null;
  const destination = host.destination(ticket);
  if (!destination) throw refusal('not-found', 'destination-gone');
  return destination;
};

type Calls = 'exports.check' | 'exports.fragment' | 'exports.run' | 'rights.gate' | 'rights.dossier';

/** Handlers of `exports.*`, and of what publishing says about rights. */
export const createExportHandlers = (context: CoreContext): HandlersFor<Calls> => {
  const exports = createExportService(context);
  return {
    'exports.check': ({ topicIds }) => exports.check(topicIds),
    'exports.fragment': async ({ topicId }) => ({ html: await exports.fragment(topicId) }),
    'rights.gate': ({ topicIds }) => readGate(context.datastore, topicIds),
    'rights.dossier': ({ topicIds, ticket }) => {
      const destination = destinationOf(context, ticket);
      const jobId = context.jobs.start('export', (handle) =>
        exportDossier(context, { topicIds, destination, ...handle }),
      );
      return { jobId };
    },
    'exports.run': ({ ticket, ...order }) => {
      const destination = destinationOf(context, ticket);
      const jobId = context.jobs.start('export', ({ signal, progress }) =>
        exports.run({ ...order, destination, signal, progress }),
      );
      return { jobId };
    },
  };
};
