import type { BoardSlice, SelectionSlice } from './state.ts';
import type { SliceTools } from './tools.ts';

/** The open board and what is selected on it. */
export const createBoardSlice = ({ api, get, set }: SliceTools): BoardSlice & SelectionSlice => ({
  topicId: null,
  board: null,
  selection: { kind: 'none' },
  select: (selection) => set({ selection }),
  activeSectionId: null,
  setActiveSection: (activeSectionId) => set({ activeSectionId }),
  newSection: false,
  setNewSection: (newSection) => set({ newSection }),
  heroAim: null,
  setHeroAim: (heroAim) => set({ heroAim }),
  openTopic: async (topicId) => {
    if (topicId === null) return set({ topicId, board: null, selection: { kind: 'none' } });
    set({ view: 'board' });
    if (topicId === get().topicId && get().board) return set({ selection: { kind: 'topic' } });
    set({ topicId, selection: { kind: 'topic' }, activeSectionId: null, newSection: false, heroAim: null });
    try {
      const board = await api.call('topics.board', { topicId });
      if (get().topicId !== topicId) return;
      get().showBoard(board);
      if (get().settings.lastTopicId !== topicId) void get().changeSettings({ lastTopicId: topicId });
    } catch (error) {
      if (get().topicId === topicId) set({ topicId: null, board: null, selection: { kind: 'none' } });
      get().notify({ tone: 'problem', text: { error } });
    }
  },
});
