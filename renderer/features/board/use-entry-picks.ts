import { useMemo } from 'react';
import { runAction } from '#renderer/app/actions/registry.ts';
import { useAppStore } from '#renderer/app/store/use-app.ts';
import type { PickMode, RowInput } from '#renderer/ui/rows/use-row-input.ts';
import type { PlacementId, SectionId } from '#shared/model/ids.ts';
import { entryOf } from './board-places.ts';
import { pick, pickedRows, rowKey } from './pick-entries.ts';

/** Choosing entries of a section: one, several, a range, all; by mouse, by keys, by finger. */
export const useEntryPicks = (sectionId: SectionId): RowInput => {
  const store = useAppStore();
  return useMemo(() => {
    const choose = (key: string, mode: PickMode) => {
      const { board, selection, select, announce, ...state } = store.getState();
      if (!board) return;
      const row = rowKey(sectionId, key as PlacementId);
      const before = pickedRows(selection).size;
      const next = pick({ board, selection, entryOf: (id) => entryOf(state, id) }, row, mode);
      select(next);
      const count = pickedRows(next).size;
      if (mode !== 'only' && count !== before) announce('bulk.chosen', { count });
    };
    const isPicking = () => store.getState().selection.kind === 'entries';
    return {
      onPick: choose,
      onAct: (key) => {
        choose(key, 'only');
        runAction(store, 'entry.edit');
      },
      // A finger opens the details, or goes on choosing once a box was ticked.
      onTap: (key) => {
        choose(key, isPicking() ? 'toggle' : 'only');
        if (!isPicking()) runAction(store, 'entry.edit');
      },
      onEscape: (key) => {
        if (!isPicking()) return false;
        choose(key, 'only');
        store.getState().announce('bulk.chosen', { count: 1 });
        return true;
      },
    };
  }, [store, sectionId]);
};
