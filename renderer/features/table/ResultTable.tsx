import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useResourceTypes } from '#renderer/features/resources/use-resource-types.ts';
import type { AskedSearch, Found } from '#renderer/features/search/use-found.ts';
import { pickedResources } from '#renderer/features/search/use-result-picks.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useRowWindow } from '#renderer/ui/rows/use-row-window.ts';
import type { FoundResource } from '#shared/contract/search.ts';
import { allColumns, type Column } from './columns.ts';
import { ColumnsMenu } from './ColumnsMenu.tsx';
import styles from './Table.module.css';
import { TableHead } from './TableHead.tsx';
import { TableRow } from './TableRow.tsx';
import { cellStep, useCursor, type Cell } from './use-cursor.ts';

/** Height of a row, in CSS pixels. */
const rowHeight = 33;

type ResultTableProps = { readonly asked: AskedSearch; readonly found: Found; readonly total: number };

const useColumns = (): readonly Column[] => {
  const shown = useApp((state) => state.settings.tableColumns);
  return useMemo(() => allColumns.filter(({ id }) => id === 'title' || shown.includes(id)), [shown]);
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

/** What was found, as a table that is walked and written into like a spreadsheet (ARIA grid). */
export const ResultTable = ({ asked, found, total }: ResultTableProps) => {
  const t = useT();
  const { typeOf } = useResourceTypes();
  const { selection, select } = useApp(({ selection, select }) => ({ selection, select }));
  const columns = useColumns();
  const frame = useRef<HTMLDivElement>(null);
  const keys = useMemo(() => Array.from({ length: total }, (_, index) => String(index)), [total]);
  const { cursor, note, go } = useCursor({ frame, rows: total, columns: columns.length });
  const [editing, setEditing] = useState<Cell | null>(null);
  const saveCell = useSaveCell();
  const pieces = useRowWindow({ frame, keys, isLong: true, estimate: rowHeight, focused: cursor.row });
  const { want } = found;
  useEffect(() => {
    want(pieces.flatMap((piece) => (piece.kind === 'row' ? [piece.index] : [])));
  }, [want, pieces]);
  const picked = useMemo(() => pickedResources(selection), [selection]);
  const template = columns.map(({ width }) => `${width}rem`).join(' ');
  const extent = { rows: total, columns: columns.length };

  const edit = (cell: Cell) => {
    const isKnown = found.at(cell.row) !== undefined;
    if (isKnown && columns[cell.column]?.kind !== 'fixed') setEditing(cell);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof Element) || !event.target.matches('[data-cell]')) return;
    const item = found.at(cursor.row);
    const next = cellStep(cursor, event, extent);
    if (next) go(next);
    else if (event.key === 'Enter' || event.key === 'F2') edit(cursor);
    else if (event.key === ' ' && item)
      select({ kind: 'resource', resourceId: item.resourceId, placementId: null });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onSave = (text: string, then: 'down' | 'on' | 'back' | 'stay') => {
    if (!editing) return;
    const [item, column] = [found.at(editing.row), columns[editing.column]];
    setEditing(null);
    if (item && column) void saveCell(item, column, text);
    const key = { down: 'ArrowDown', on: 'ArrowRight', back: 'ArrowLeft', stay: '' }[then];
    const next = cellStep(editing, { key, ctrlKey: false, metaKey: false }, extent);
    if (next) go(next);
  };
  const onCancel = () => {
    if (editing) go(editing);
    setEditing(null);
  };

  return (
    <>
      <div className={styles.tools}>
        <span>{t('table.help')}</span>
        <ColumnsMenu />
      </div>
      <div className={styles.scroller} data-results>
        <div
          role="grid"
          tabIndex={-1}
          aria-label={t('search.results')}
          aria-rowcount={total + 1}
          aria-colcount={columns.length}
          className={styles.grid}
          onKeyDown={onKeyDown}
        >
          <div role="rowgroup">
            <TableHead columns={columns} asked={asked} template={template} />
          </div>
          <div role="rowgroup" ref={frame} data-rows>
            {pieces.map((piece) =>
              piece.kind === 'gap' ? (
                <div key={piece.key} role="presentation" style={{ blockSize: piece.height }} />
              ) : (
                <TableRow
                  key={piece.index}
                  index={piece.index}
                  item={found.at(piece.index)}
                  columns={columns}
                  template={template}
                  current={piece.index === cursor.row ? cursor.column : null}
                  editing={piece.index === editing?.row ? editing.column : null}
                  isSelected={picked.has(found.at(piece.index)?.resourceId ?? ('' as never))}
                  typeName={(id) => typeOf(id).name}
                  onFocus={note}
                  onEdit={edit}
                  onSave={onSave}
                  onCancel={onCancel}
                />
              ),
            )}
          </div>
        </div>
      </div>
    </>
  );
};
