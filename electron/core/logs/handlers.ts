import type { HandlersFor } from '#shared/contract/contract.ts';
import type { CoreContext } from '../context.ts';

/** Handlers of `logs.*`. */
export const createLogHandlers = ({
  log,
}: Pick<CoreContext, 'log'>): HandlersFor<'logs.read' | 'logs.remove'> => ({
  'logs.read': () => log.read(),
  'logs.remove': () => {
    log.remove();
    return null;
  },
});
