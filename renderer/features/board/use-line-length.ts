import { useEffect, useState, type RefObject } from 'react';
import { summaryLength } from '#shared/domain/cut-text.ts';

/** Width of a character of an entry's second line in CSS pixels, on average, and what a row needs beside it. */
const character = 6.5;
const beside = 80;
/** Below this width an entry takes several lines anyway, and shows more. */
const narrow = 520;
const narrowLength = 160;

/**
 * How many characters fit on one line of a list as wide as `frame` now, so that an entry takes two lines and nine of
 * them, with a picture above, fit one laptop screen.
 */
export const useLineLength = (frame: RefObject<HTMLElement | null>): number => {
  const [length, setLength] = useState(summaryLength);
  useEffect(() => {
    if (!frame.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      const fitting = Math.floor((width - beside) / character / 4) * 4;
      setLength(width < narrow ? narrowLength : Math.min(summaryLength, fitting));
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame]);
  return length;
};
