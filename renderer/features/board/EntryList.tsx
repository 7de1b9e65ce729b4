import { useCallback, useMemo, useRef } from 'react';
import { menuEntries } from '#renderer/app/actions/menu-entries.ts';
import type { EntryRowKey } from '#renderer/app/selection.ts';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { useRowHeight } from '#renderer/app/use-row-height.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import { ContextMenu } from '#renderer/ui/Menu.tsx';
import { ResourceSkeleton } from '#renderer/ui/rows/ResourceFrame.tsx';
import { RowGrid, type DrawRow } from '#renderer/ui/rows/RowGrid.tsx';
import type { BoardSection, Entry } from '#shared/contract/views.ts';
import type { PlacementId } from '#shared/model/ids.ts';
import { entriesMenuIds, entryMenuIds } from './entry-menu.ts';
import { EntryRow } from './EntryRow.tsx';
import { entranceOf, pickedRows } from './pick-entries.ts';
import styles from './Section.module.css';
import { useEntryDrag } from './use-entry-drag.ts';
import { useEntryMenu } from './use-entry-menu.ts';
import { useEntryPicks } from './use-entry-picks.ts';
import { useEntryWords, type EntryWords } from './use-entry-words.ts';
import { useLineLength } from './use-line-length.ts';

const nothing: readonly PlacementId[] = [];

const sortOf = ({ section }: BoardSection) => (section.kind === 'live' ? section.sortBy : null);

/** Boards of more entries than this draw only what is in sight. */
const mostDrawn = 150;

/** The entries of a section: chosen with click or arrows, arranged by drag or by Alt and arrows. */
export const EntryList = ({ part }: { readonly part: BoardSection }) => {
  const t = useT();
  const store = useAppStore();
  const { section, entryIds } = part;
  const { selection, entries, isLong, wantEntries } = useApp((state) => ({
    selection: state.selection,
    entries: state.entries,
    isLong: (state.board?.sections ?? []).reduce((sum, each) => sum + each.entryIds.length, 0) > mostDrawn,
    wantEntries: state.wantEntries,
    // What is in sight is asked for again when the board has changed.
    version: state.boardVersion,
  }));
  const frame = useRef<HTMLDivElement>(null);
  const lineLength = useLineLength(frame);
  const rowHeight = useRowHeight('entry');
  const wordsOf = useEntryWords(sortOf(part));
  const picks = useEntryPicks(section.id);
  const { drag, mark, isOver, isDragging } = useEntryDrag(part, frame);

  const picked = useMemo(() => pickedRows(selection), [selection]);
  const isSelected = useCallback(
    (key: string) => picked.has(`${section.id}/${key}` as EntryRowKey),
    [picked, section.id],
  );
  const entrance = entranceOf(selection, section.id);
  const { menuAt, closeMenu, ...hears } = useEntryMenu(picks, isSelected);
  const known = useCallback((key: string) => entries.get(key as PlacementId)?.entry, [entries]);
  const nameOf = (key: string) => {
    const entry = known(key);
    return entry ? wordsOf(entry).name : t('entry.loading');
  };
  const draw = useCallback<DrawRow>(
    (key, state) => (
      <EntryCell {...state} id={key as PlacementId} wordsOf={wordsOf} lineLength={lineLength ?? 0} />
    ),
    [wordsOf, lineLength],
  );
  const onDrawn = useCallback(
    (keys: readonly string[]) => wantEntries(keys as readonly PlacementId[]),
    [wantEntries],
  );

  return (
    // It hears the clicks of buttons that are inside; the keys for them are theirs.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div data-scope="entries" className={styles.frame} {...hears}>
      <RowGrid
        {...picks}
        frame={frame}
        label={section.title}
        isMultiple
        isPicking={picked.size > 1}
        keys={lineLength === null ? nothing : entryIds}
        isLong={isLong}
        estimate={rowHeight}
        isSelected={isSelected}
        nameOf={nameOf}
        isDraggable
        entrance={entrance}
        draw={draw}
        onDrawn={onDrawn}
        drag={drag}
        className={cx(styles.entries, isOver && styles.over, isDragging && styles.dragging)}
        empty={lineLength === null ? null : <EmptySection />}
      />
      {mark === null ? null : <div className={styles.mark} style={{ insetBlockStart: mark }} />}
      <ContextMenu
        label={t(picked.size > 1 ? 'bulk.menu' : 'entry.menu-here')}
        at={menuAt}
        entries={menuAt ? menuEntries(store, t, picked.size > 1 ? entriesMenuIds : entryMenuIds) : []}
        onClose={closeMenu}
      />
    </div>
  );
};

type EntryCellProps = {
  readonly id: PlacementId;
  readonly wordsOf: (entry: Entry) => EntryWords;
  readonly lineLength: number;
  readonly isSelected: boolean;
  readonly isCurrent: boolean;
};

/** Follows its own entry alone, so that what becomes known of others does not draw it anew. */
const EntryCell = ({ id, wordsOf, ...state }: EntryCellProps) => {
  const entry = useApp(({ entries }) => entries.get(id)?.entry);
  return entry ? <EntryRow {...state} entry={entry} words={wordsOf(entry)} /> : <ResourceSkeleton />;
};

const EmptySection = () => {
  const t = useT();
  return (
    <div role="row">
      <div role="gridcell" className={styles.none}>
        {t('section.empty')}
      </div>
    </div>
  );
};
