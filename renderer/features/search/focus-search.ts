import type { AppStore } from '#renderer/app/store/create-store.ts';
import { isNarrow } from '#renderer/app/use-media.ts';

const focusBox = (): boolean => {
  const box = document.querySelector<HTMLInputElement>('[data-search-box] input');
  box?.focus();
  box?.select();
  return box !== null;
};

/** Brings the search box out, however the window is laid out, and puts the focus into it. */
export const focusSearchBox = (store: AppStore): void => {
  const { settings, changeSettings, openDrawer } = store.getState();
  if (isNarrow()) openDrawer('navigator');
  else if (!settings.navigatorOpen) void changeSettings({ navigatorOpen: true });
  // At once where it is in sight, so that the first letter typed after the key is not lost.
  if (focusBox()) return;
  // Two frames: one for the pane to be drawn, one for a drawer to settle its own focus.
  requestAnimationFrame(() => requestAnimationFrame(focusBox));
};

/** So many frames are waited for results that are on their way. */
const patience = 60;

const focusFirstResult = (framesLeft: number): void => {
  requestAnimationFrame(() => {
    const place = '[data-results] [data-rows] :is([data-cell], [role="row"][tabindex])';
    const row =
      document.querySelector<HTMLElement>(`${place}[tabindex="0"]`) ??
      document.querySelector<HTMLElement>(place);
    // Whoever went on meanwhile stays where they are.
    const isWaiting = document.activeElement?.closest('[data-search-box]') !== null;
    if (row) row.focus();
    else if (framesLeft > 0 && isWaiting) focusFirstResult(framesLeft - 1);
  });
};

/** Puts the focus on the results, as soon as there are any: the row where it was, or the first one. */
export const focusResults = (): void => focusFirstResult(patience);
