import type { AppStore } from './store/create-store.ts';
import { isNarrow } from './use-media.ts';
import { hasDetails } from './view.ts';

/** So many frames are waited for the details of what was selected only now. */
const patience = 120;

const focusFirstField = (framesLeft: number): void => {
  requestAnimationFrame(() => {
    const isFollowing = document.querySelector('[data-following="true"]') !== null;
    const field = document.querySelector<HTMLElement>('#pane-inspector :is(input, textarea, button)');
    if (field && !isFollowing) field.focus();
    else if (framesLeft > 0) focusFirstField(framesLeft - 1);
  });
};

/** Brings the inspector out, however the window is laid out, and puts the focus on its first field. */
export const revealInspector = (store: AppStore, focusFirst = true): void => {
  const state = store.getState();
  const { settings, changeSettings, openDrawer, showView } = state;
  if (!hasDetails(state)) showView('board');
  if (isNarrow()) openDrawer('inspector');
  else if (!settings.inspectorOpen) void changeSettings({ inspectorOpen: true });
  if (focusFirst) focusFirstField(patience);
};
