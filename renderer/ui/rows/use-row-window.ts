import { startTransition, useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { whenIdle } from '../when-idle.ts';
import { rangeBetween, toPieces, toStarts, type RowPiece, type RowRange } from './row-window.ts';

/** Drawn beyond what is in sight, in CSS pixels, so that a turn of the wheel finds rows there. */
const beyond = 480;

type WindowOptions = {
  readonly frame: RefObject<HTMLElement | null>;
  readonly keys: readonly string[];
  /** False draws everything: right for short lists, which are then found by the browser's own search, too. */
  readonly isLong: boolean;
  /** The height of a row nobody has seen yet, in CSS pixels. */
  readonly estimate: number;
  /** The row that is drawn wherever it is, since it has the focus; -1 for none. */
  readonly focused: number;
};

const same = (a: RowRange, b: RowRange): boolean => a.from === b.from && a.to === b.to;

const holds = (outer: RowRange, inner: RowRange): boolean => outer.from <= inner.from && inner.to <= outer.to;

/** How much of a window a list may fill: the bar and what stands above a list take a quarter of it or more. */
const share = 0.75;

/** About as many rows as are in sight at first. */
const rowsOnScreen = (estimate: number): number => Math.ceil((window.innerHeight * share) / estimate);

/** Calls back, once a frame at most, when something was scrolled or the window has changed its size. */
const onMove = (move: () => void): (() => void) => {
  let frame = 0;
  const soon = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      move();
    });
  };
  // Scrolling does not bubble, but it can be caught on its way down, whichever part of the page it is that scrolls.
  document.addEventListener('scroll', soon, { capture: true, passive: true });
  window.addEventListener('resize', soon);
  return () => {
    cancelAnimationFrame(frame);
    document.removeEventListener('scroll', soon, { capture: true });
    window.removeEventListener('resize', soon);
  };
};

type Measuring = Pick<WindowOptions, 'frame' | 'isLong' | 'estimate'> & {
  /** By row, in CSS pixels: what was measured so far. */
  readonly heights: RefObject<Map<string, number>>;
  readonly onChange: () => void;
};

/** Measures the rows that are drawn, as long as not all of the list is. */
const useMeasuring = (
  { frame, isLong, estimate, heights, onChange }: Measuring,
  pieces: readonly RowPiece[],
): void => {
  const width = useRef(0);
  const measuredFor = useRef(estimate);
  useEffect(() => {
    const list = frame.current;
    if (!isLong || !list) return undefined;
    // In another density, every row has another height.
    if (measuredFor.current !== estimate) heights.current.clear();
    measuredFor.current = estimate;
    const observer = new ResizeObserver((entries) => {
      // Of another width, every row may have another height.
      if (list.clientWidth !== width.current) heights.current.clear();
      width.current = list.clientWidth;
      const changed = entries.filter(({ target, borderBoxSize: [box] }) => {
        const key = target.getAttribute('data-key') ?? '';
        const height = box?.blockSize ?? 0;
        if (height === 0 || Math.abs((heights.current.get(key) ?? estimate) - height) < 0.5) return false;
        heights.current.set(key, height);
        return true;
      });
      if (changed.length > 0) onChange();
    });
    for (const row of list.querySelectorAll(':scope > [data-key]')) observer.observe(row);
    return () => observer.disconnect();
  }, [frame, isLong, estimate, heights, onChange, pieces]);
};

/** Which rows of a list are drawn: those in sight and a few around them, the one with the focus, and gaps between. */
export const useRowWindow = ({
  frame,
  keys,
  isLong,
  estimate,
  focused,
}: WindowOptions): readonly RowPiece[] => {
  const heights = useRef(new Map<string, number>());
  const [measuredAt, setMeasuredAt] = useState(0);
  const remeasure = useCallback(() => setMeasuredAt((before) => before + 1), []);
  const [range, setRange] = useState<RowRange>(() => ({ from: 0, to: rowsOnScreen(estimate) }));
  // A short list begins with what a screen shows, too.
  const [isBegun, setBegun] = useState(false);
  const isPart = isLong || (!isBegun && keys.length > rowsOnScreen(estimate));
  const starts = useMemo(
    () => (isPart ? toStarts(keys, heights.current, estimate) : null),
    // oxlint-disable-next-line react/exhaustive-deps -- measuredAt stands for what `heights` holds.
    [keys, isPart, estimate, measuredAt],
  );

  const look = useCallback(
    (margin: number) => {
      const box = frame.current?.getBoundingClientRect();
      if (!box || !starts) return;
      const next = rangeBetween(starts, -box.top - margin, window.innerHeight - box.top + margin);
      setRange((before) => (same(before, next) || (margin === 0 && holds(before, next)) ? before : next));
    },
    [frame, starts],
  );

  useEffect(() => {
    if (!starts) return undefined;
    // At first what is in sight; what is beyond it when that has been painted.
    look(0);
    const callOff = whenIdle(() => (isLong ? look(beyond) : startTransition(() => setBegun(true))));
    const stop = onMove(() => look(beyond));
    return () => {
      callOff();
      stop();
    };
  }, [look, starts, isLong]);

  const pieces = useMemo<readonly RowPiece[]>(() => {
    if (!starts) return keys.map((_, index) => ({ kind: 'row', index }));
    const within = { from: Math.min(range.from, keys.length), to: Math.min(range.to, keys.length) };
    return toPieces(starts, within, focused);
  }, [starts, range, focused, keys]);

  useMeasuring({ frame, isLong, estimate, heights, onChange: remeasure }, pieces);
  return pieces;
};
