import { useCallback, useEffect, useMemo, useRef } from 'react';
import { menuEntries } from '#renderer/app/actions/menu-entries.ts';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { useEntryMenu } from '#renderer/features/board/use-entry-menu.ts';
import { useResourceTypes } from '#renderer/features/resources/use-resource-types.ts';
import { resultMenuIds, resultsMenuIds } from '#renderer/features/search/result-menu.ts';
import { choiceOf } from '#renderer/features/search/choice.ts';
import type { AskedSearch, Found } from '#renderer/features/search/use-found.ts';
import { useResultPicks } from '#renderer/features/search/use-result-picks.ts';
import { useRowHeight } from '#renderer/app/use-row-height.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { ContextMenu } from '#renderer/ui/Menu.tsx';
import { useRowWindow } from '#renderer/ui/rows/use-row-window.ts';
import { allColumns, type Column } from './columns.ts';
import { ColumnsMenu } from './ColumnsMenu.tsx';
import styles from './Table.module.css';
import { tableInput } from './table-input.ts';
import { TableHead } from './TableHead.tsx';
import { TableRow } from './TableRow.tsx';
import { useCursor } from './use-cursor.ts';
import { useEditedCell } from './use-edited-cell.ts';

/** Width of the boxes to choose rows by. */
const pickWidth = '2.25rem';

type ResultTableProps = { readonly asked: AskedSearch; readonly found: Found; readonly total: number };

const useColumns = (): readonly Column[] => {
  const shown = useApp((state) => state.settings.tableColumns);
  return useMemo(() => allColumns.filter(({ id }) => id === 'title' || shown.includes(id)), [shown]);
};

/** Which results are chosen, and how they are. */
const usePicks = (asked: AskedSearch, found: Found) => {
  const selection = useApp((state) => state.selection);
  const picks = useResultPicks(asked, found);
  const choice = useMemo(() => choiceOf(selection), [selection]);
  const isSelected = (key: string) => {
    const item = found.at(Number(key));
    return item !== undefined && choice.has(item.resourceId, Number(key));
  };
  return { picks, choice, isSelected };
};

/** What was found, as a table that is walked, chosen from and written into like a spreadsheet (ARIA grid). */
export const ResultTable = ({ asked, found, total }: ResultTableProps) => {
  const t = useT();
  const store = useAppStore();
  const { typeOf } = useResourceTypes();
  const typeName = useCallback((id: string) => typeOf(id).name, [typeOf]);
  const columns = useColumns();
  const extent = { rows: total, columns: columns.length };
  const frame = useRef<HTMLDivElement>(null);
  const keys = useMemo(() => Array.from({ length: total }, (_, index) => String(index)), [total]);
  const { cursor, note, go } = useCursor({ frame, ...extent });
  const { editing, edit, onSave, onCancel } = useEditedCell({ columns, rows: total, itemAt: found.at, go });
  const pieces = useRowWindow({
    frame,
    keys,
    isLong: true,
    estimate: useRowHeight('cells'),
    focused: cursor.row,
  });
  const { want } = found;
  useEffect(() => {
    want(pieces.flatMap((piece) => (piece.kind === 'row' ? [piece.index] : [])));
  }, [want, pieces]);
  const { picks, choice, isSelected } = usePicks(asked, found);
  const { menuAt, closeMenu, ...hears } = useEntryMenu(picks, isSelected);
  const template = [pickWidth, ...columns.map(({ width }) => `${width}rem`)].join(' ');
  const input = tableInput({ cursor, extent, picks, isSelected, note, go, edit });

  return (
    <>
      <div className={styles.tools}>
        <span>{t('table.help')}</span>
        <ColumnsMenu />
      </div>
      {/* It hears the clicks of the boxes that are inside; the keys for them are the cells'. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div className={styles.scroller} data-results {...hears}>
        <div
          {...input}
          role="grid"
          tabIndex={-1}
          aria-label={t('search.results')}
          aria-rowcount={total + 1}
          aria-colcount={columns.length + 1}
          aria-multiselectable
          className={styles.grid}
        >
          <div role="rowgroup">
            <TableHead
              columns={columns}
              asked={asked}
              template={template}
              chosen={{ count: choice.count, total }}
              onChooseAll={() => picks.onPick('0', 'all')}
            />
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
                  editing={piece.index === editing?.row ? { column: editing.column, onSave, onCancel } : null}
                  isSelected={isSelected(String(piece.index))}
                  typeName={typeName}
                />
              ),
            )}
          </div>
        </div>
      </div>
      <ContextMenu
        label={t(choice.count > 1 ? 'bulk.menu' : 'entry.menu-here')}
        at={menuAt}
        entries={menuAt ? menuEntries(store, t, choice.count > 1 ? resultsMenuIds : resultMenuIds) : []}
        onClose={closeMenu}
      />
    </>
  );
};
