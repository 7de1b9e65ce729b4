import type { CoreContext, Destination } from '#core/context.ts';
import { refusal } from '#core/refusal.ts';
import type { HandlersFor } from '#shared/contract/contract.ts';
import type { Ticket } from '#shared/model/ids.ts';
import { createExportService } from './export-service.ts';

const destinationOf = ({ host }: CoreContext, ticket: Ticket | null): Destination | null => {
  if (ticket === null) return null;
  const destination = host.destination(ticket);
  if (!destination) throw refusal('not-found', 'destination-gone');
  return destination;
};

/** Handlers of `exports.*`. */
export const createExportHandlers = (context: CoreContext): HandlersFor<'exports.check' | 'exports.run'> => {
  const exports = createExportService(context);
  return {
    'exports.check': ({ topicIds }) => [...exports.check(topicIds)],
    'exports.run': ({ ticket, ...order }) => {
      const destination = destinationOf(context, ticket);
      const jobId = context.jobs.start('export', ({ signal, progress }) =>
        exports.run({ ...order, destination, signal, progress }),
      );
      return { jobId };
    },
  };
};
