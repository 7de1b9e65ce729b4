import type { NavigatorSlice, ViewSlice } from './state.ts';
import type { SliceTools } from './tools.ts';

/** Which part of the interface is open. */
export const createViewSlice = ({ set }: SliceTools): ViewSlice & NavigatorSlice => ({
  view: 'board',
  showView: (view) => set({ view, drawer: null }),
  dialog: null,
  openDialog: (dialog) => set({ dialog }),
  drawer: null,
  openDrawer: (drawer) => set({ drawer }),
  newTopic: null,
  renaming: null,
  listAtHand: null,
  setNavigator: (patch) => set(patch),
});
