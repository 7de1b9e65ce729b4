import { useCallback, useSyncExternalStore } from 'react';

/** Below this width in CSS pixels the side panes are drawers. */
const narrowQuery = '(max-width: 56.25rem)';

/** Whether the side panes are drawers now; for event handlers. */
export const isNarrow = (): boolean => window.matchMedia(narrowQuery).matches;

/** Whether a media query holds, followed as the window changes. */
export const useMedia = (words: string): boolean =>
  useSyncExternalStore(
    useCallback(
      (onChange) => {
        const query = window.matchMedia(words);
        query.addEventListener('change', onChange);
        return () => query.removeEventListener('change', onChange);
      },
      [words],
    ),
    () => window.matchMedia(words).matches,
  );

/** Whether the side panes are drawers, followed as the window changes. */
export const useIsNarrow = (): boolean => useMedia(narrowQuery);
