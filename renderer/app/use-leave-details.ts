import { useEffect } from 'react';
import type { AppState } from './store/state.ts';
import { useAppStore } from './store/use-app.ts';

const inMain = (selectors: string): HTMLElement | null => document.querySelector(`#main :is(${selectors})`);

/** Where what the details show was chosen: a row, a cell, the picture at the head of the board, the topic in the tree. */
const placeOf = ({ selection }: AppState): HTMLElement | null => {
  if (selection.kind === 'topic')
    return document.querySelector('[data-scope="navigator"] [role="row"][aria-selected="true"]');
  const row =
    inMain('[role="row"][aria-selected="true"][tabindex="0"]') ?? inMain('[data-cell][tabindex="0"]');
  return row ?? (selection.kind === 'image' ? inMain('[data-hero] button') : null);
};

/** Open lists, menus and dialogs have Escape for themselves. */
const isBusy = (target: Element): boolean =>
  target.closest(
    '[role="dialog"], [role="menu"], [role="listbox"], [aria-expanded="true"][role="combobox"]',
  ) !== null;

/** Escape in the details, where nothing that is written there wants it, leads back to what they are about. */
export const useLeaveDetails = (): void => {
  const store = useAppStore();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      const { target } = event;
      if (!(target instanceof Element) || !target.closest('#pane-inspector') || isBusy(target)) return;
      (placeOf(store.getState()) ?? document.querySelector<HTMLElement>('#main'))?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [store]);
};
