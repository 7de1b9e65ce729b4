import { focusFieldIn } from './focus-field.ts';
import type { AppStore } from './store/create-store.ts';
import { isNarrow } from './use-media.ts';
import { hasDetails } from './view.ts';

/** So many frames are waited for the details of what was selected only now. */
const patience = 120;

/** What is focused in the details: the first field, one by its name (the first where it has none), or nothing. */
export type DetailsFocus = 'first' | 'none' | { readonly field: string };

const focusFirst = (pane: Element | null): boolean => {
  const first = pane?.querySelector<HTMLElement>(':is(input, textarea, button)');
  first?.focus();
  return first !== null && first !== undefined;
};

const tryFocus = (focus: DetailsFocus, isLast: boolean): boolean => {
  const pane = document.querySelector('#pane-inspector');
  if (document.querySelector('[data-following="true"]') !== null) return false;
  if (typeof focus !== 'object') return focusFirst(pane);
  const holder = pane?.querySelector(`[data-field="${focus.field}"]`);
  if (holder) focusFieldIn(holder);
  return Boolean(holder) || (isLast && focusFirst(pane));
};

const focusDetails = (focus: DetailsFocus, framesLeft: number): void => {
  requestAnimationFrame(() => {
    if (!tryFocus(focus, framesLeft === 0) && framesLeft > 0) focusDetails(focus, framesLeft - 1);
  });
};

/** Brings the inspector out, however the window is laid out, and puts the focus where it is wanted. */
export const revealInspector = (store: AppStore, focus: DetailsFocus = 'first'): void => {
  const state = store.getState();
  const { settings, changeSettings, openDrawer, showView } = state;
  if (!hasDetails(state)) showView('board');
  if (isNarrow()) openDrawer('inspector');
  else if (!settings.inspectorOpen) void changeSettings({ inspectorOpen: true });
  if (focus !== 'none') focusDetails(focus, patience);
};
