import type { GuideSlice } from './state.ts';
import type { SliceTools } from './tools.ts';

/** Name, in the settings, of the tour that was seen. */
export const tourHint = 'tour';

/** What explains the app: the user guide and the short tour. */
export const createGuideSlice = ({ get, set }: SliceTools): GuideSlice => ({
  guidePage: 'contents',
  viewBeforeGuide: 'board',
  showGuide: (guidePage) => {
    const { view, viewBeforeGuide } = get();
    const before = view === 'guide' ? viewBeforeGuide : view;
    set({ guidePage, viewBeforeGuide: before, view: 'guide', drawer: null });
  },
  closeGuide: () => set({ view: get().viewBeforeGuide }),
  tourStep: null,
  setTourStep: (tourStep) => {
    set({ tourStep });
    const { dismissedHints } = get().settings;
    if (tourStep !== null || dismissedHints.includes(tourHint)) return;
    void get().changeSettings({ dismissedHints: [...dismissedHints, tourHint] });
  },
});
