import { useState, type DragEvent, type RefObject } from 'react';
import type { AppStore } from '#renderer/app/store/create-store.ts';
import { useAppStore } from '#renderer/app/store/use-app.ts';
import { comesFromOutside } from '#renderer/features/capture/outside-drag.ts';
import { useTakeTransfer } from '#renderer/features/capture/use-take-transfer.ts';
import { showDragBadge } from '#renderer/ui/rows/drag-badge.ts';
import { dropPlace, type DropPlace } from '#renderer/ui/rows/drop-place.ts';
import type { BoardSection } from '#shared/contract/views.ts';
import type { PlacementId, SectionId } from '#shared/model/ids.ts';
import { entryOf } from './board-places.ts';
import { draggedText, entryDragType, isOurDrag, readDragged } from './dragged-entry.ts';
import { dropOnSection } from './drop-entries.ts';
import { pick, pickedIds, pickedRows, rowKey } from './pick-entries.ts';

/** Other programs get the titles and addresses of so many at most. */
const mostForOthers = 200;

/** The entry before which something is put that was dropped at a place of the list; null: last. */
export const beforeIdFor = (
  entryIds: readonly PlacementId[],
  place: Pick<DropPlace, 'key' | 'isAfter'> | null,
): PlacementId | null => {
  if (!place) return null;
  const index = entryIds.indexOf(place.key as PlacementId);
  return (place.isAfter ? entryIds[index + 1] : entryIds[index]) ?? null;
};

/** Puts what is chosen into a drag that begins on an entry; that entry alone when it is not among what is chosen. */
const startDrag = (store: AppStore, sectionId: SectionId, { target, dataTransfer }: DragEvent): boolean => {
  const key = target instanceof Element ? target.getAttribute('data-key') : null;
  const { board, selection, select, ...state } = store.getState();
  if (key === null || !board) return false;
  const row = rowKey(sectionId, key as PlacementId);
  const known = { board, selection, entryOf: (id: PlacementId) => entryOf(state, id) };
  const chosen = pickedRows(selection).has(row) ? selection : pick(known, row, 'only');
  select(chosen);
  const placementIds = pickedIds(board, chosen);
  const entries = placementIds.slice(0, mostForOthers).flatMap((id) => entryOf(state, id) ?? []);
  dataTransfer.effectAllowed = 'copyMove';
  dataTransfer.setData(entryDragType, draggedText({ kind: 'entries', placementIds }));
  dataTransfer.setData('text/plain', entries.map(({ title }) => title).join('\n'));
  const urls = entries.flatMap(({ url }) => url ?? []);
  if (urls.length > 0) dataTransfer.setData('text/uri-list', urls.join('\r\n'));
  const title = entryOf(state, key as PlacementId)?.title;
  if (title) showDragBadge(dataTransfer, title, placementIds.length);
  return true;
};

/** Dragging entries within a section, to another section, or out to a topic of the tree: all that are chosen, together. */
export const useEntryDrag = (part: BoardSection, frame: RefObject<HTMLElement | null>) => {
  const store = useAppStore();
  const { section, entryIds } = part;
  const { take } = useTakeTransfer();
  const [mark, setMark] = useState<number | null>(null);
  const [isOver, setIsOver] = useState(false);
  const [isDragging, setIsDragging] = useState(false);
  const leave = () => {
    setMark(null);
    setIsOver(false);
  };

  const onDragStart = (event: DragEvent) => {
    if (!startDrag(store, section.id, event)) return;
    // The browser takes the picture of the row first.
    requestAnimationFrame(() => setIsDragging(true));
  };

  const onDragOver = (event: DragEvent) => {
    const isNew = comesFromOutside(event.dataTransfer);
    if (!frame.current || (!isNew && !isOurDrag(event.dataTransfer))) return;
    event.preventDefault();
    event.stopPropagation();
    const isCopy =
      isNew || event.ctrlKey || event.altKey || !event.dataTransfer.types.includes(entryDragType);
    event.dataTransfer.dropEffect = isCopy ? 'copy' : 'move';
    const place = section.kind === 'live' ? null : dropPlace(frame.current, event);
    setMark(place?.mark ?? null);
    // A live section takes newcomers in and keeps its own order.
    setIsOver(place === null && !isDragging);
  };

  const onDrop = (event: DragEvent) => {
    const dragged = readDragged(event.dataTransfer);
    const isNew = comesFromOutside(event.dataTransfer);
    leave();
    if (!frame.current || (!dragged && !isNew)) return;
    event.preventDefault();
    const beforeId = section.kind === 'live' ? null : beforeIdFor(entryIds, dropPlace(frame.current, event));
    const { topicId } = store.getState();
    // Whoever watches the window has to hear that the drag is over.
    if (isNew && topicId) void take(event.dataTransfer, { topicId, sectionId: section.id, beforeId });
    if (!dragged) return;
    event.stopPropagation();
    void dropOnSection(store, dragged, { part, beforeId, isCopy: event.ctrlKey || event.altKey });
  };

  const onDragLeave = (event: DragEvent) => {
    if (event.relatedTarget instanceof Node && frame.current?.contains(event.relatedTarget)) return;
    leave();
  };
  const onDragEnd = () => {
    leave();
    setIsDragging(false);
  };
  return { drag: { onDragStart, onDragOver, onDragLeave, onDrop, onDragEnd }, mark, isOver, isDragging };
};
