import { useCallback, useMemo, type DragEvent } from 'react';
import { menuEntries } from '#renderer/app/actions/menu-entries.ts';
import { manyChosen, type Selection } from '#renderer/app/selection.ts';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { useRowHeight } from '#renderer/app/use-row-height.ts';
import { draggedText, resourceDragType, type Dragged } from '#renderer/features/board/dragged-entry.ts';
import { useEntryMenu } from '#renderer/features/board/use-entry-menu.ts';
import { foundTarget } from '#renderer/features/bulk/bulk-target.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { ContextMenu } from '#renderer/ui/Menu.tsx';
import { showDragBadge } from '#renderer/ui/rows/drag-badge.ts';
import { ResourceSkeleton } from '#renderer/ui/rows/ResourceFrame.tsx';
import { RowGrid, type DrawRow } from '#renderer/ui/rows/RowGrid.tsx';
import type { ResourceId } from '#shared/model/ids.ts';
import { choiceOf } from './choice.ts';
import { ResultRow } from './ResultRow.tsx';
import { resultMenuIds, resultsMenuIds } from './result-menu.ts';
import type { AskedSearch, Found } from './use-found.ts';
import { useResultPicks } from './use-result-picks.ts';
import { useResultWords } from './use-result-words.ts';

/** What goes along with a result that is dragged: all that is chosen. */
const draggedOf = (
  selection: Selection,
  resourceId: ResourceId,
): { readonly count: number; readonly dragged: Dragged } => {
  const count = manyChosen(selection) ?? 1;
  if (selection.kind === 'found')
    return { count, dragged: { kind: 'found', target: foundTarget(selection) } };
  const resourceIds = selection.kind === 'resources' ? selection.resourceIds : [resourceId];
  return { count, dragged: { kind: 'resources', resourceIds } };
};

type ResultListProps = { readonly asked: AskedSearch; readonly found: Found; readonly total: number };

/** What was found, as a list. Rows are named by their place, since of many only those in sight are known. */
export const ResultList = ({ asked, found, total }: ResultListProps) => {
  const t = useT();
  const store = useAppStore();
  const selection = useApp((state) => state.selection);
  const wordsOf = useResultWords();
  const rowHeight = useRowHeight('result');
  const keys = useMemo(() => Array.from({ length: total }, (_, index) => String(index)), [total]);
  const picks = useResultPicks(asked, found);
  const choice = useMemo(() => choiceOf(selection), [selection]);
  const { at, want } = found;
  const isSelected = useCallback(
    (key: string) => {
      const item = at(Number(key));
      return item !== undefined && choice.has(item.resourceId, Number(key));
    },
    [at, choice],
  );
  const { menuAt, closeMenu, ...hears } = useEntryMenu(picks, isSelected);
  const draw = useCallback<DrawRow>(
    (key, state) => {
      const item = at(Number(key));
      return item ? <ResultRow {...state} item={item} words={wordsOf(item)} /> : <ResourceSkeleton />;
    },
    [at, wordsOf],
  );
  const onDrawn = useCallback((drawn: readonly string[]) => want(drawn.map(Number)), [want]);
  const nameOf = (key: string) => {
    const item = at(Number(key));
    return item ? wordsOf(item).name : t('entry.loading');
  };
  const onDragStart = ({ target, dataTransfer }: DragEvent) => {
    const key = target instanceof Element ? target.getAttribute('data-key') : null;
    const item = key === null ? undefined : at(Number(key));
    if (!item || key === null) return;
    if (!isSelected(key)) picks.onPick(key, 'only');
    const { count, dragged } = draggedOf(store.getState().selection, item.resourceId);
    dataTransfer.effectAllowed = 'copyMove';
    dataTransfer.setData(resourceDragType, draggedText(dragged));
    dataTransfer.setData('text/plain', item.title);
    if (item.url !== null) dataTransfer.setData('text/uri-list', item.url);
    showDragBadge(dataTransfer, item.title, count);
  };

  return (
    // It hears the clicks of buttons that are inside; the keys for them are theirs.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div data-scope="entries" data-results {...hears}>
      <RowGrid
        {...picks}
        label={t('search.results')}
        isMultiple
        isPicking={choice.count > 1}
        keys={keys}
        isLong
        estimate={rowHeight}
        isSelected={isSelected}
        nameOf={nameOf}
        isDraggable
        entrance={null}
        draw={draw}
        onDrawn={onDrawn}
        drag={{ onDragStart }}
      />
      <ContextMenu
        label={t(choice.count > 1 ? 'bulk.menu' : 'entry.menu-here')}
        at={menuAt}
        entries={menuAt ? menuEntries(store, t, choice.count > 1 ? resultsMenuIds : resultMenuIds) : []}
        onClose={closeMenu}
      />
    </div>
  );
};
