import type { HandlersFor } from '#shared/contract/contract.ts';
import type { duplicateCalls } from '#shared/contract/duplicates.ts';
import type { CoreContext } from '../context.ts';
import { createKnownGroups } from './known-groups-service.ts';
import { listDuplicates, mergeDuplicates } from './duplicate-service.ts';
import { compareAgain, keepApart, listToldApart } from './told-apart.ts';

/** Answers the calls of `shared/contract/duplicates.ts`. */
export const createDuplicateHandlers = (
  needs: Pick<CoreContext, 'datastore' | 'clock' | 'ids' | 'by'>,
): HandlersFor<keyof typeof duplicateCalls> => {
  const knownGroups = createKnownGroups(needs);
  return {
    'duplicates.find': (input) => listDuplicates(needs, knownGroups, input),
    'duplicates.merge': async (input) => {
      await mergeDuplicates(needs, input);
      return null;
    },
    'duplicates.keepApart': async (input) => {
      await keepApart(needs, input);
      return null;
    },
    'duplicates.apart': () => listToldApart(needs),
    'duplicates.compareAgain': async (input) => {
      await compareAgain(needs, input);
      return null;
    },
  };
};
