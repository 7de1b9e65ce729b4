import type { Notice, NoticesSlice } from './state.ts';
import type { SliceTools } from './tools.ts';

const mostAtOnce = 4;

/** What is told to the user: in a corner, and to screen readers. */
export const createNoticesSlice = ({ get, set }: SliceTools): NoticesSlice => {
  let last = 0;
  const nextId = () => (last += 1);
  const sameText = (a: Notice, b: Omit<Notice, 'id'>) => JSON.stringify(a.text) === JSON.stringify(b.text);

  return {
    notices: [],
    notify: (notice) =>
      set((state) => ({
        notices: [
          ...state.notices.filter((other) => !sameText(other, notice)).slice(1 - mostAtOnce),
          { ...notice, id: nextId() },
        ],
        announcement: { id: last, text: notice.text },
      })),
    notifyUndoable: (text, afterUndo) =>
      get().notify({
        tone: 'info',
        text,
        action: { labelKey: 'history.undo', run: () => void get().undo().then(afterUndo) },
        undoes: get().history.undo?.changeId,
      }),
    dismissNotice: (id) => set({ notices: get().notices.filter((notice) => notice.id !== id) }),
    announcement: null,
    announce: (key, values) =>
      set({ announcement: { id: nextId(), text: values ? { key, values } : { key } } }),
    announceChange: (key, label) => set({ announcement: { id: nextId(), text: { key, label } } }),
  };
};
