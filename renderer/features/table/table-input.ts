import type { FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import type { PickMode, RowInput } from '#renderer/ui/rows/use-row-input.ts';
import { cellStep, type Cell } from './use-cursor.ts';

type TableInput = {
  readonly cursor: Cell;
  readonly extent: { readonly rows: number; readonly columns: number };
  readonly picks: RowInput;
  readonly isSelected: (key: string) => boolean;
  /** Told where the focus is. */
  readonly note: (cell: Cell) => void;
  /** Puts the focus on a cell. */
  readonly go: (cell: Cell) => void;
  /** Begins to write into a cell. */
  readonly edit: (cell: Cell) => void;
};

type Mods = { readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean };

const cellOf = (target: EventTarget): Cell | null => {
  const place = target instanceof Element ? target.getAttribute('data-cell') : null;
  const [row, column] = (place ?? '').split(' ').map(Number);
  return row === undefined || column === undefined ? null : { row, column };
};

const clickedCell = ({ target }: MouseEvent): Cell | null =>
  target instanceof Element ? cellOf(target.closest('[data-cell]') ?? target) : null;

const hasMod = ({ ctrlKey, metaKey }: Mods): boolean => ctrlKey || metaKey;

const modeOf = (event: Mods): PickMode => {
  if (event.shiftKey) return 'range';
  return hasMod(event) ? 'toggle' : 'only';
};

/** Keys that choose rows, as in lists and spreadsheets. True: it was one. */
const chooseByKey = ({ picks }: TableInput, event: KeyboardEvent, { row }: Cell): boolean => {
  const key = String(row);
  if (event.key === ' ') picks.onPick(key, event.shiftKey ? 'range' : 'toggle');
  else if (event.key.toLowerCase() === 'a' && hasMod(event)) picks.onPick(key, 'all');
  else if (event.key === 'Escape') return picks.onEscape?.(key) ?? false;
  else return false;
  return true;
};

/** Walks, and with Shift chooses what is walked over. True: it was a key for that. */
const walk = ({ picks, isSelected, extent, go }: TableInput, event: KeyboardEvent, at: Cell): boolean => {
  const next = cellStep(at, event, extent);
  if (!next) return false;
  go(next);
  if (!event.shiftKey || next.row === at.row) return true;
  if (!isSelected(String(at.row))) picks.onPick(String(at.row), 'only');
  picks.onPick(String(next.row), 'range');
  return true;
};

/** Hears mouse and keys for all cells of a table at once. */
export const tableInput = (input: TableInput) => ({
  onFocus: ({ target }: FocusEvent) => {
    const cell = cellOf(target);
    if (cell) input.note(cell);
  },
  onClick: (event: MouseEvent) => {
    const cell = clickedCell(event);
    if (cell && !(event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement))
      input.picks.onPick(String(cell.row), modeOf(event));
  },
  // A range chosen with Shift shall not choose the text between, too.
  onMouseDown: (event: MouseEvent) => {
    const cell = clickedCell(event);
    if (!event.shiftKey || !cell || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    input.go(cell);
  },
  onDoubleClick: (event: MouseEvent) => {
    const cell = clickedCell(event);
    if (cell && !event.shiftKey && !hasMod(event)) input.edit(cell);
  },
  onKeyDown: (event: KeyboardEvent) => {
    const cell = cellOf(event.target);
    if (!cell || event.altKey) return;
    if (event.key === 'Enter' || event.key === 'F2') input.edit(cell);
    else if (!chooseByKey(input, event, cell) && !walk(input, event, cell)) return;
    event.preventDefault();
    event.stopPropagation();
  },
});
