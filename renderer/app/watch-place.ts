import type { AppStore } from './store/create-store.ts';

/**
 * Remembers what is in the middle of the window; answers whether that is still there. What takes a while asks before it
 * shows its result: whoever went on to something else meanwhile is not pulled back.
 */
export const watchPlace = (store: AppStore): (() => boolean) => {
  const { view, topicId } = store.getState();
  return () => store.getState().view === view && store.getState().topicId === topicId;
};
