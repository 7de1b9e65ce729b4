import type { Change } from '#shared/model/change.ts';
import type { Logger } from '../context.ts';

/** Told of a change on the disk. */
type ChangeListener = (change: Change) => void;

/** Who wants to know of changes. A listener that throws is logged and does not disturb the others. */
export type Listeners = {
  readonly add: (listener: ChangeListener) => () => void;
  readonly tell: (change: Change) => void;
};

/** Nobody, to begin with. */
export const createListeners = (logger: Logger): Listeners => {
  const listeners = new Set<ChangeListener>();
  return {
    add: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (change) => {
      for (const listener of listeners) {
        try {
          listener(change);
        } catch (error) {
          logger.error('a listener to changes failed', error);
        }
      }
    },
  };
};
