import { useSyncExternalStore } from 'react';

/** Below this width in CSS pixels the side panes are drawers. */
const narrowQuery = '(max-width: 56.25rem)';

/** Whether the side panes are drawers now; for event handlers. */
export const isNarrow = (): boolean => window.matchMedia(narrowQuery).matches;

/** Whether the side panes are drawers, followed as the window changes. */
export const useIsNarrow = (): boolean =>
  useSyncExternalStore((onChange) => {
    const query = window.matchMedia(narrowQuery);
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
  }, isNarrow);
