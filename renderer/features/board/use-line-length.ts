import { useLayoutEffect, useState, type RefObject } from 'react';
import { summaryLength } from '#shared/domain/cut-text.ts';

/** Width of a character of an entry's second line in CSS pixels, on average, and what a row needs beside it. */
const character = 6.5;
const beside = 80;
/** Below this width an entry takes several lines anyway, and shows more. */
const narrow = 520;
const narrowLength = 160;

const fitting = (width: number): number =>
  width < narrow ? narrowLength : Math.min(summaryLength, Math.floor((width - beside) / character / 4) * 4);

/**
 * How many characters fit on one line of a list as wide as `frame` now, so that an entry takes two lines and nine of
 * them, with a picture above, fit one laptop screen. Null until the list is there to be measured: entries that are drawn
 * before would be drawn twice.
 */
export const useLineLength = (frame: RefObject<HTMLElement | null>): number | null => {
  const [length, setLength] = useState<number | null>(null);
  // Before the first paint, so that entries do not get shorter under the reader's eyes.
  useLayoutEffect(() => {
    if (!frame.current) return undefined;
    const { clientWidth } = frame.current;
    // How wide it is, only the drawn list tells.
    // oxlint-disable-next-line react/set-state-in-effect
    setLength(clientWidth > 0 ? fitting(clientWidth) : summaryLength);
    const observer = new ResizeObserver(([entry]) => setLength(fitting(entry?.contentRect.width ?? 0)));
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame]);
  return length;
};
