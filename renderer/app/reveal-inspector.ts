import type { AppStore } from './store/create-store.ts';
import { isNarrow } from './use-media.ts';

/** Brings the inspector out, however the window is laid out, and puts the focus on its first field. */
export const revealInspector = (store: AppStore, focusFirst = true): void => {
  const { settings, changeSettings, openDrawer } = store.getState();
  if (isNarrow()) openDrawer('inspector');
  else if (!settings.inspectorOpen) void changeSettings({ inspectorOpen: true });
  if (!focusFirst) return;
  // The details of what was selected only now are not there yet.
  const focusWhenThere = () => {
    if (document.querySelector('[data-following="true"]')) return void requestAnimationFrame(focusWhenThere);
    document.querySelector<HTMLElement>('#pane-inspector :is(input, textarea, button)')?.focus();
  };
  requestAnimationFrame(focusWhenThere);
};
