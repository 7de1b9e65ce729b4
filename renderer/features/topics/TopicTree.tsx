import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { menuEntries } from '#renderer/app/actions/menu-entries.ts';
import { runAction } from '#renderer/app/actions/registry.ts';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { useRowHeight } from '#renderer/app/use-row-height.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import { ContextMenu } from '#renderer/ui/Menu.tsx';
import { RowGrid, type DrawRow } from '#renderer/ui/rows/RowGrid.tsx';
import { rowFocusEvent } from '#renderer/ui/rows/use-row-focus.ts';
import { useRowMenu } from '#renderer/ui/rows/use-row-menu.ts';
import type { TopicNode } from '#shared/contract/views.ts';
import type { TopicId } from '#shared/model/ids.ts';
import styles from './Navigator.module.css';
import { TopicRow } from './TopicRow.tsx';
import { treeRows, type TreeRow } from './tree-rows.ts';
import { useTopicDrag } from './use-topic-drag.ts';

const menuIds = [
  'topic.rename',
  'topic.create-inside',
  'topic.move-to',
  'topic.duplicate',
  'template.keep',
  'bulk.topics',
  '-',
  'topic.remove',
];

/** Trees of more lines than this draw only what is in sight. */
const mostDrawn = 150;

/** Which topics are folded. Everything is unfolded until somebody folds it. */
const useFolding = () => {
  const [folded, setFolded] = useState<ReadonlySet<TopicId>>(new Set());
  const fold = useCallback((topicId: TopicId, isFolded: boolean) => {
    setFolded((before) => {
      const after = new Set(before);
      if (isFolded) after.add(topicId);
      else after.delete(topicId);
      return after;
    });
  }, []);
  return { folded, fold };
};

/** Right unfolds, then leads inside; left folds, then leads out (ARIA treegrid). */
const treeKey = (
  event: KeyboardEvent,
  row: TreeRow | undefined,
  { fold, goTo }: { fold: (id: TopicId, isFolded: boolean) => void; goTo: (id: TopicId | null) => void },
  firstInside: TopicId | null,
): boolean => {
  if (!row || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return false;
  const { topic, hasChildren, isFolded } = row;
  if (event.key === 'ArrowRight' && isFolded) fold(topic.id, false);
  else if (event.key === 'ArrowRight') goTo(hasChildren ? firstInside : null);
  else if (hasChildren && !isFolded) fold(topic.id, true);
  else goTo(topic.parentId);
  return true;
};

/** The topics as a tree. Choosing a topic opens its board. */
export const TopicTree = ({ tree }: { readonly tree: readonly TopicNode[] }) => {
  const t = useT();
  const store = useAppStore();
  const frame = useRef<HTMLDivElement>(null);
  const { topicId, openTopic, openDrawer, renaming } = useApp((state) => ({
    topicId: state.topicId,
    openTopic: state.openTopic,
    openDrawer: state.openDrawer,
    renaming: state.renaming,
  }));
  const { folded, fold } = useFolding();
  const rowHeight = useRowHeight('topic');
  const rows = useMemo(() => treeRows(tree, folded), [tree, folded]);
  const byId = useMemo(() => new Map(rows.map((row) => [row.topic.id as string, row])), [rows]);
  const keys = useMemo(() => rows.map(({ topic }) => topic.id), [rows]);
  const { drag, mark, over, isDragging } = useTopicDrag(frame, byId, fold);

  const open = (key: string) => void openTopic(key as TopicId);
  const { menuAt, closeMenu, ...hears } = useRowMenu((key, deed) => {
    if (deed === 'fold') {
      fold(key as TopicId, byId.get(key)?.isFolded !== true);
      return 'done';
    }
    // What is done is done with the topic that is open.
    open(key);
    if (deed !== 'move') return 'menu';
    runAction(store, 'topic.move-to');
    return 'done';
  });
  const draw = useCallback<DrawRow>(
    (key, { isCurrent }) => {
      const row = byId.get(key);
      return row ? <TopicRow row={row} isCurrent={isCurrent} /> : null;
    },
    [byId],
  );
  const goTo = (id: TopicId | null) => {
    if (id === null) return;
    open(id);
    frame.current?.dispatchEvent(new CustomEvent(rowFocusEvent, { detail: id }));
  };

  return (
    <div className={styles.treeFrame} {...hears}>
      <RowGrid
        frame={frame}
        isTree
        label={t('topic.tree')}
        keys={keys}
        isLong={keys.length > mostDrawn}
        estimate={rowHeight}
        isSelected={(key) => key === topicId}
        nameOf={(key) => byId.get(key)?.topic.title ?? ''}
        factsOf={(key) => {
          const row = byId.get(key);
          return {
            level: row?.level,
            isExpanded: row?.hasChildren ? !row.isFolded : undefined,
            position: row?.position,
            siblings: row?.siblings,
          };
        }}
        isDraggable={renaming === null}
        entrance={topicId}
        draw={draw}
        drag={drag}
        onPick={(key) => {
          // The topic that is open is a way back to its board from the settings and the rest, too.
          if (key !== topicId || store.getState().view !== 'board') open(key);
        }}
        // In a narrow window the tree lies over the board: choosing by hand shows the board, passing by arrows does not.
        onChosenByHand={() => openDrawer(null)}
        onRowKey={(event, key) => treeKey(event, byId.get(key), { fold, goTo }, firstInside(rows, key))}
        className={cx(styles.tree, isDragging && styles.dragging)}
        rowClassName={(key) => (key === over ? styles.over : undefined)}
      />
      {mark === null ? null : <div className={styles.mark} style={{ insetBlockStart: mark }} />}
      <ContextMenu
        label={t('topic.menu-here')}
        at={menuAt}
        entries={menuAt ? menuEntries(store, t, menuIds) : []}
        onClose={closeMenu}
      />
    </div>
  );
};

const firstInside = (rows: readonly TreeRow[], key: string): TopicId | null => {
  const index = rows.findIndex(({ topic }) => topic.id === key);
  return rows[index + 1]?.topic.id ?? null;
};
