import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import type { FoundResource } from '#shared/contract/search.ts';
import { CellEditor } from './CellEditor.tsx';
import type { Column } from './columns.ts';
import styles from './Table.module.css';
import type { Cell } from './use-cursor.ts';

type TableRowProps = {
  readonly index: number;
  /** Undefined while it is on its way. */
  readonly item: FoundResource | undefined;
  readonly columns: readonly Column[];
  readonly template: string;
  /** The column of the cell that Tab reaches, if it is in this row. */
  readonly current: number | null;
  /** The column of the cell that is written into, if it is in this row. */
  readonly editing: number | null;
  readonly isSelected: boolean;
  readonly typeName: (id: string) => string;
  readonly onFocus: (cell: Cell) => void;
  readonly onEdit: (cell: Cell) => void;
  readonly onSave: (text: string, then: 'down' | 'on' | 'back' | 'stay') => void;
  readonly onCancel: () => void;
};

/** A resource as a row of cells. */
export const TableRow = ({ index, item, columns, ...props }: TableRowProps) => {
  const t = useT();
  return (
    <div
      role="row"
      data-key={String(index)}
      aria-rowindex={index + 2}
      aria-selected={props.isSelected}
      className={styles.row}
      style={{ gridTemplateColumns: props.template }}
    >
      {columns.map((column, place) => {
        const cell = { row: index, column: place };
        const text = item ? column.textOf(item) : '';
        const isEditing = item !== undefined && props.editing === place;
        return (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid hears Enter and F2 for its cells.
          <div
            key={column.id}
            role="gridcell"
            data-cell={`${index} ${place}`}
            aria-colindex={place + 1}
            {...(column.kind === 'fixed' ? { 'aria-readonly': true } : {})}
            tabIndex={props.current === place && !isEditing ? 0 : -1}
            className={cx(styles.cell, isEditing && styles.editing)}
            title={text}
            onFocus={(event) => event.target === event.currentTarget && props.onFocus(cell)}
            onDoubleClick={() => props.onEdit(cell)}
          >
            {isEditing ? (
              <CellEditor
                column={column}
                text={text}
                label={t('table.cell', { column: t(column.nameKey), title: item.title })}
                onSave={props.onSave}
                onCancel={props.onCancel}
              />
            ) : (
              shownText(column, text, props.typeName)
            )}
          </div>
        );
      })}
    </div>
  );
};

const shownText = (column: Column, text: string, typeName: (id: string) => string): string =>
  column.kind === 'type' && text !== '' ? typeName(text) : text;
