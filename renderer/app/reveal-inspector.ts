import type { AppStore } from './store/create-store.ts';
import { isNarrow } from './use-media.ts';
import { hasDetails } from './view.ts';

/** So many frames are waited for the details of what was selected only now. */
const patience = 120;

/** What is focused in the details: the first field, one by its name, or nothing. */
type DetailsFocus = 'first' | 'none' | { readonly field: string };

const fieldToFocus = (focus: DetailsFocus): HTMLElement | null => {
  const within = typeof focus === 'object' ? `[data-field="${focus.field}"] ` : '';
  return document.querySelector(`#pane-inspector ${within}:is(input, textarea, button)`);
};

const focusField = (focus: DetailsFocus, framesLeft: number): void => {
  requestAnimationFrame(() => {
    const isFollowing = document.querySelector('[data-following="true"]') !== null;
    const field = fieldToFocus(focus);
    if (field && !isFollowing) field.focus();
    else if (framesLeft > 0) focusField(focus, framesLeft - 1);
  });
};

/** Brings the inspector out, however the window is laid out, and puts the focus where it is wanted. */
export const revealInspector = (store: AppStore, focus: DetailsFocus = 'first'): void => {
  const state = store.getState();
  const { settings, changeSettings, openDrawer, showView } = state;
  if (!hasDetails(state)) showView('board');
  if (isNarrow()) openDrawer('inspector');
  else if (!settings.inspectorOpen) void changeSettings({ inspectorOpen: true });
  if (focus !== 'none') focusField(focus, patience);
};
