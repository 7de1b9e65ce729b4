import { isTextDropItem, useDragAndDrop, type DragAndDropHooks, type DropItem } from 'react-aria-components';
import { useAppStore } from '#renderer/app/store/use-app.ts';
import type { BoardSection, Entry } from '#shared/contract/views.ts';
import { placementIdSchema, type PlacementId } from '#shared/model/ids.ts';
import { draggedEntryText, entryDragType, parseDraggedEntry } from './dragged-entry.ts';
import { announcePlace, explainLiveOrder, placeEntry } from './move-entries.ts';

/** The entry before which something is put that was dropped before or after another; null: last. */
export const beforeIdFor = (
  entries: readonly Entry[],
  target: { readonly key: unknown; readonly dropPosition: string },
  moved: readonly unknown[],
): PlacementId | null => {
  const others = entries.filter(
    (entry) => !moved.includes(entry.placementId) || entry.placementId === target.key,
  );
  const index = others.findIndex((entry) => entry.placementId === target.key);
  const from = others.slice(target.dropPosition === 'before' ? index : index + 1);
  return from.find((entry) => !moved.includes(entry.placementId))?.placementId ?? null;
};

const draggedIds = async (items: readonly DropItem[]): Promise<readonly PlacementId[]> => {
  const texts = await Promise.all(items.filter(isTextDropItem).map((item) => item.getText(entryDragType)));
  return texts.flatMap((text) => parseDraggedEntry(text)?.placementId ?? []);
};

/** Dragging entries within a section, to another section, or out to a topic of the tree. */
export const useEntryDrag = (part: BoardSection): DragAndDropHooks<Entry> => {
  const store = useAppStore();
  const { section, entries } = part;

  const put = async (ids: readonly PlacementId[], beforeId: PlacementId | null) => {
    if (section.kind === 'live' && beforeId !== null) return explainLiveOrder(store, part);
    for (const id of ids) await placeEntry(store, id, { sectionId: section.id, beforeId });
    const last = ids.at(-1);
    if (last) announcePlace(store, last, section.id);
  };

  const { dragAndDropHooks } = useDragAndDrop<Entry>({
    getItems: (keys) =>
      entries
        .filter((entry) => keys.has(entry.placementId))
        .map((entry) => ({
          [entryDragType]: draggedEntryText(entry),
          'text/plain': entry.title,
          ...(entry.url ? { 'text/uri-list': entry.url } : {}),
        })),
    acceptedDragTypes: [entryDragType],
    getDropOperation: () => 'move',
    onReorder: ({ keys, target }) => {
      if (section.kind === 'live') return explainLiveOrder(store, part);
      const ids = [...keys].map((key) => placementIdSchema.parse(key));
      void put(ids, beforeIdFor(entries, target, ids));
    },
    onInsert: ({ items, target }) =>
      void draggedIds(items).then((ids) =>
        put(ids, section.kind === 'live' ? null : beforeIdFor(entries, target, ids)),
      ),
    onRootDrop: ({ items }) => void draggedIds(items).then((ids) => put(ids, null)),
  });
  return dragAndDropHooks;
};
