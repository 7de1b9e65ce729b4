import type { CoreContext } from '#core/context.ts';
import { createImageService } from '#core/images/image-service.ts';
import type { HandlersFor } from '#shared/contract/contract.ts';
import { decide, takeBack } from './decisions.ts';
import { readChosen, readReport } from './rights-service.ts';

type Calls = 'rights.report' | 'rights.imageIds' | 'rights.editCredits' | 'rights.decide' | 'rights.takeBack';

/** Answers the calls of `shared/contract/rights.ts` about the library; publishing answers its gate and the dossier. */
export const createRightsHandlers = (context: CoreContext): HandlersFor<Calls> => {
  const images = createImageService(context);
  return {
    'rights.report': (input) => readReport(context.datastore, input),
    'rights.imageIds': (input) => readChosen(context.datastore, input),
    'rights.editCredits': (input) => images.editCredits(input),
    'rights.decide': (input) => decide(context, input),
    'rights.takeBack': async (input) => {
      await takeBack(context, input);
      return null;
    },
  };
};
