import type { CoreEvent } from '#shared/contract/events.ts';
import type { Events, Logger } from '../context.ts';

/** Makes the one channel that every page of this core listens to. A listener that throws harms no other. */
export const createEvents = (logger: Logger): Events => {
  const listeners = new Set<(event: CoreEvent) => void>();
  return {
    publish: (event) => {
      for (const listener of listeners)
        try {
          listener(event);
        } catch (error) {
          logger.error('A listener of events failed', error);
        }
    },
    subscribe: (listener) => {
      // A function of its own, so that the same listener can subscribe twice.
      const own = (event: CoreEvent) => listener(event);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };
};
