import { useEffect, useRef } from 'react';
import { useApp } from './store/use-app.ts';

/** So many frames are waited for the heading of a view whose code or answer is on its way. */
const patience = 60;
/** So many, for a dialog that closes to hand the focus back, and for a view that takes it by itself. */
const settling = 3;

const hasFocus = (): boolean => document.activeElement !== null && document.activeElement !== document.body;

const focusView = (isBoard: boolean): boolean => {
  const main = document.querySelector<HTMLElement>('#main');
  const heading = isBoard ? main : main?.querySelector<HTMLElement>('[data-view-title]');
  heading?.focus({ preventScroll: true });
  return Boolean(heading);
};

/**
 * When another view or topic takes the place of what had the focus, the focus goes to its heading: somebody who does not
 * see the change hears it, and Tab goes on from there. A focus that is still somewhere stays.
 */
export const useViewFocus = (): void => {
  const { view, topicId } = useApp((state) => ({ view: state.view, topicId: state.topicId }));
  const last = useRef({ view, topicId });
  useEffect(() => {
    const isSame = last.current.view === view && last.current.topicId === topicId;
    last.current = { view, topicId };
    if (isSame) return undefined;
    let [frame, count] = [0, 0];
    const look = () => {
      count += 1;
      if (count > settling && (hasFocus() || focusView(view === 'board' || view === 'preview'))) return;
      if (count < patience) frame = requestAnimationFrame(look);
      else if (!hasFocus()) focusView(true);
    };
    frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [view, topicId]);
};
