import { useState } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import type { FoundResource } from '#shared/contract/search.ts';
import type { Column } from './columns.ts';
import { cellStep, type Cell } from './use-cursor.ts';

type EditedCellOptions = {
  readonly columns: readonly Column[];
  readonly rows: number;
  readonly itemAt: (row: number) => FoundResource | undefined;
  readonly go: (cell: Cell) => void;
};

const useSaveCell = () => {
  const { mutate, announce } = useApp((state) => ({ mutate: state.mutate, announce: state.announce }));
  return async (item: FoundResource, column: Column, text: string) => {
    if (text === column.textOf(item)) return;
    const patch = column.patchOf(text);
    const outcome = await mutate('resources.update', { resourceId: item.resourceId, patch });
    if (outcome.ok) announce('table.saved');
  };
};

/** The cell that is written into, and where the focus goes when that is done. */
export const useEditedCell = ({ columns, rows, itemAt, go }: EditedCellOptions) => {
  const [editing, setEditing] = useState<Cell | null>(null);
  const saveCell = useSaveCell();
  return {
    editing,
    edit: (cell: Cell) => {
      if (itemAt(cell.row) && columns[cell.column]?.kind !== 'fixed') setEditing(cell);
    },
    onSave: (text: string, then: 'down' | 'on' | 'back' | 'stay') => {
      if (!editing) return;
      const [item, column] = [itemAt(editing.row), columns[editing.column]];
      setEditing(null);
      if (item && column) void saveCell(item, column, text);
      const key = { down: 'ArrowDown', on: 'ArrowRight', back: 'ArrowLeft', stay: '' }[then];
      const next = cellStep(
        editing,
        { key, ctrlKey: false, metaKey: false },
        { rows, columns: columns.length },
      );
      if (next) go(next);
    },
    onCancel: () => {
      if (editing) go(editing);
      setEditing(null);
    },
  };
};
