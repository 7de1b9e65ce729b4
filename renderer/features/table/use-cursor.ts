import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';

/** A cell by its place. */
export type Cell = { readonly row: number; readonly column: number };

type CursorOptions = {
  readonly frame: RefObject<HTMLElement | null>;
  readonly rows: number;
  readonly columns: number;
};

const page = 12;

const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/** Where a key leads from a cell; null for keys that lead nowhere. */
export const cellStep = (
  { row, column }: Cell,
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  { rows, columns }: Pick<CursorOptions, 'rows' | 'columns'>,
): Cell | null => {
  const hasMod = ctrlKey || metaKey;
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowDown: [hasMod ? rows : 1, 0],
    ArrowUp: [hasMod ? -rows : -1, 0],
    ArrowRight: [0, hasMod ? columns : 1],
    ArrowLeft: [0, hasMod ? -columns : -1],
    PageDown: [page, 0],
    PageUp: [-page, 0],
    Home: [hasMod ? -rows : 0, -columns],
    End: [hasMod ? rows : 0, columns],
  };
  const step = steps[key];
  return step ? { row: clamp(row + step[0], rows), column: clamp(column + step[1], columns) } : null;
};

/** The one cell that can be reached by Tab, and the way of the focus among the cells. */
export const useCursor = ({ frame, rows, columns }: CursorOptions) => {
  const [wanted, setWanted] = useState<Cell>({ row: 0, column: 0 });
  const shallFocus = useRef(false);
  const cursor = { row: clamp(wanted.row, rows), column: clamp(wanted.column, columns) };

  useLayoutEffect(() => {
    if (!shallFocus.current) return;
    const cell = frame.current?.querySelector<HTMLElement>(`[data-cell="${cursor.row} ${cursor.column}"]`);
    if (!cell) return;
    shallFocus.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  return {
    cursor,
    /** Says where the focus is. */
    note: setWanted,
    /** Puts the focus there, once that cell is drawn. */
    go: (cell: Cell) => {
      shallFocus.current = true;
      setWanted({ ...cell });
    },
  };
};
