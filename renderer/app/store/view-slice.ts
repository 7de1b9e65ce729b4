import type { ViewSlice } from './state.ts';
import type { SliceTools } from './tools.ts';

/** Which part of the interface is open. */
export const createViewSlice = ({ set }: SliceTools): ViewSlice => ({
  view: 'board',
  showView: (view) => set({ view, drawer: null }),
  dialog: null,
  openDialog: (dialog) => set({ dialog }),
  drawer: null,
  openDrawer: (drawer) => set({ drawer }),
});
