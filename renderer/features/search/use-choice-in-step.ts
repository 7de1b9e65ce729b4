import { useEffect } from 'react';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { choiceInStep } from './choice.ts';
import type { AskedSearch } from './use-found.ts';

/** Keeps what is chosen of a search, without being named, in step with it. `total` null: not known now. */
export const useChoiceInStep = (asked: AskedSearch, total: number | null, asOf: string): void => {
  const store = useAppStore();
  const selection = useApp((state) => state.selection);
  useEffect(() => {
    if (selection.kind !== 'found') return;
    const next = choiceInStep(selection, { ...asked, total, asOf });
    if (next !== selection) store.getState().select(next);
  }, [store, selection, asked, total, asOf]);
};
