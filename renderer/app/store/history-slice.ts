import type { HistorySlice } from './state.ts';
import type { SliceTools } from './tools.ts';

/** Undo and redo, which are the core's; the page follows. */
export const createHistorySlice = ({ api, sync, get, set }: SliceTools): HistorySlice => {
  const step = async (method: 'history.undo' | 'history.redo', said: 'history.undone' | 'history.redone') => {
    const { history } = get();
    const target = method === 'history.undo' ? history.undo : history.redo;
    if (!target) return get().announce('history.nothing');
    set((state) => ({ pending: state.pending + 1 }));
    try {
      await sync.catchUp(await api.call(method, {}));
      get().announceChange(said, target.label);
    } catch (error) {
      get().notify({ tone: 'problem', text: { error } });
    } finally {
      set((state) => ({ pending: state.pending - 1 }));
    }
  };

  return {
    history: { seq: 0, undo: null, redo: null },
    undo: () => step('history.undo', 'history.undone'),
    redo: () => step('history.redo', 'history.redone'),
  };
};
