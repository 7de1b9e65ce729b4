import type { Api } from '#renderer/api/api.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import type { TestCore } from './open-core.ts';

/** The renderer's API straight onto a core in the same process: real answers, no network. */
export const coreApi = (core: TestCore): Api => ({
  call: core.call,
  follow: ({ onEvent, onConnection }) => {
    onConnection(true);
    onEvent({ type: 'hello', history: core.context.datastore.historyState() });
    return core.context.events.subscribe(onEvent);
  },
  upload: () => Promise.reject(new CarrelError('unsupported', 'There is no upload in this test.')),
  host: null,
  beginAnew: () => undefined,
});
