import type { CoreContext } from '#core/context.ts';
import type { HandlersFor } from '#shared/contract/contract.ts';
import { createEvidenceService, evidenceOf } from './evidence-service.ts';

type Calls = 'evidence.list' | 'evidence.add' | 'evidence.update' | 'evidence.remove';

/** Answers the calls about evidence in `shared/contract/rights.ts`. */
export const createEvidenceHandlers = (context: CoreContext): HandlersFor<Calls> => {
  const evidence = createEvidenceService(context);
  return {
    'evidence.list': ({ imageId }) => [...evidenceOf(context.datastore, imageId)],
    'evidence.add': (input) => evidence.add(input),
    'evidence.update': async (input) => {
      await evidence.update(input);
      return null;
    },
    'evidence.remove': async ({ evidenceId }) => {
      await evidence.remove(evidenceId);
      return null;
    },
  };
};
