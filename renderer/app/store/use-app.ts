import { createContext, use } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Api } from '#renderer/api/api.ts';
import type { AppStore } from './create-store.ts';
import type { AppState } from './state.ts';

/** Gives the store to the components below. */
export const StoreContext = createContext<AppStore | null>(null);

/** The store itself, for event handlers: `useAppStore().getState()`. */
export const useAppStore = (): AppStore => {
  const store = use(StoreContext);
  if (!store) throw new Error('There is no StoreContext above this component.');
  return store;
};

/** A piece of the state; compared shallowly, so a selector may answer a fresh object of stable parts. */
export const useApp = <Piece>(selector: (state: AppState) => Piece): Piece =>
  useStore(useAppStore(), useShallow(selector));

/** The API, for queries that no slice holds. Mutations go through the store's `mutate`. */
export const useApi = (): Api => useAppStore().api;
