import type { CoreContext } from '#core/context.ts';
import type { HandlersFor } from '#shared/contract/contract.ts';
import type { librariesCalls } from '#shared/contract/libraries.ts';
import { listLibraries, makeLibrary, openKnown } from './libraries-service.ts';

/** Handlers of `libraries.*`. */
export const createLibrariesHandlers = (context: CoreContext): HandlersFor<keyof typeof librariesCalls> => ({
  'libraries.list': () => listLibraries(context),
  'libraries.make': ({ title }) => makeLibrary(context, title),
  'libraries.open': async ({ key }) => {
    await openKnown(context, key);
    return null;
  },
});
