import { useEffect, useState, type RefObject } from 'react';
import { summaryLength } from '#shared/domain/cut-text.ts';

/** Width of a character of the summary in CSS pixels, on average, and what a row needs beside it. */
const character = 6.6;
const beside = 96;
const least = 90;

/**
 * How many characters of a summary fit on one line of a list as wide as `frame` now, so that a board of nine entries
 * fits one screen. In a narrow list a few lines are shown instead.
 */
export const useSummaryLength = (frame: RefObject<HTMLElement | null>): number => {
  const [length, setLength] = useState(summaryLength);
  useEffect(() => {
    if (!frame.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      const fitting = Math.floor((width - beside) / character / 5) * 5;
      setLength(Math.min(summaryLength, Math.max(least, fitting)));
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame]);
  return length;
};
