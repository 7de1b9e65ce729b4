import type { CoreContext } from '#core/context.ts';
import { refusal } from '#core/refusal.ts';
import type { captureCalls } from '#shared/contract/capture.ts';
import type { HandlersFor } from '#shared/contract/contract.ts';
import { addLinks, findKnown } from './capture-service.ts';

/** Answers the calls of `shared/contract/capture.ts`. */
export const createCaptureHandlers = (
  needs: Pick<CoreContext, 'datastore' | 'clock' | 'ids' | 'lookups' | 'settings'>,
): HandlersFor<keyof typeof captureCalls> => ({
  'capture.add': (input) => addLinks(needs, input),
  'capture.known': (input) => findKnown(needs.datastore, input),
  'capture.lookups': () => needs.lookups.state(),
  'capture.lookUp': ({ resourceIds }) => {
    if (!needs.settings.get().lookUpPages) throw refusal('conflict', 'lookups-off');
    needs.lookups.add(resourceIds.map((id) => needs.datastore.require('resources', id)));
    return null;
  },
  'capture.stopLookups': () => {
    needs.lookups.stop();
    return null;
  },
});
