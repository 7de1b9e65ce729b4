import { memo } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import type { FoundResource } from '#shared/contract/search.ts';
import { CellEditor } from './CellEditor.tsx';
import type { Column } from './columns.ts';
import styles from './Table.module.css';

/** What is done with what was written into a cell. */
export type CellEditing = {
  readonly column: number;
  readonly onSave: (text: string, then: 'down' | 'on' | 'back' | 'stay') => void;
  readonly onCancel: () => void;
};

type TableRowProps = {
  readonly index: number;
  /** Undefined while it is on its way. */
  readonly item: FoundResource | undefined;
  readonly columns: readonly Column[];
  readonly template: string;
  /** The column of the cell that Tab reaches, if it is in this row. */
  readonly current: number | null;
  /** The cell that is written into, if it is in this row. */
  readonly editing: CellEditing | null;
  readonly isSelected: boolean;
  readonly typeName: (id: string) => string;
};

/** A resource as a row of cells, with a box to choose it by. The table hears mouse and keys for all its rows. */
export const TableRow = memo(({ index, item, columns, template, isSelected, ...props }: TableRowProps) => {
  const t = useT();
  return (
    <div
      role="row"
      data-key={String(index)}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={styles.row}
      style={{ gridTemplateColumns: template }}
    >
      <div role="gridcell" aria-colindex={1} className={cx(styles.cell, styles.pick)}>
        <input
          type="checkbox"
          data-do="pick"
          checked={isSelected}
          readOnly
          disabled={item === undefined}
          tabIndex={-1}
          aria-label={t('entry.pick', { title: item?.title ?? '' })}
        />
      </div>
      {columns.map((column, place) => (
        <TableCell
          key={column.id}
          {...props}
          item={item}
          column={column}
          place={place}
          at={`${index} ${place}`}
        />
      ))}
    </div>
  );
});
TableRow.displayName = 'TableRow';

type TableCellProps = Pick<TableRowProps, 'item' | 'current' | 'editing' | 'typeName'> & {
  readonly column: Column;
  readonly place: number;
  readonly at: string;
};

const TableCell = ({ item, column, place, at, current, editing, typeName }: TableCellProps) => {
  const t = useT();
  const text = item ? column.textOf(item) : '';
  const writes = item !== undefined && editing?.column === place;
  return (
    <div
      role="gridcell"
      data-cell={at}
      aria-colindex={place + 2}
      {...(column.kind === 'fixed' ? { 'aria-readonly': true } : {})}
      tabIndex={current === place && !writes ? 0 : -1}
      className={cx(styles.cell, writes && styles.editing)}
      title={text}
    >
      {writes ? (
        <CellEditor
          column={column}
          text={text}
          label={t('table.cell', { column: t(column.nameKey), title: item.title })}
          onSave={editing.onSave}
          onCancel={editing.onCancel}
        />
      ) : column.kind === 'type' && text !== '' ? (
        typeName(text)
      ) : (
        text
      )}
    </div>
  );
};
