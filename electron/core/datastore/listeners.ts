import type { Change } from '#shared/model/change.ts';
import type { Logger } from '../context.ts';
import { touchedBy } from './history-stacks.ts';

/** Told of a change on the disk, with `table/id` of each record it touched. */
type ChangeListener = (change: Change, touched: readonly string[]) => void;

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
      const touched = touchedBy(change.ops);
      for (const listener of listeners) {
        try {
          listener(change, touched);
        } catch (error) {
          logger.error('a listener to changes failed', error);
        }
      }
    },
  };
};
