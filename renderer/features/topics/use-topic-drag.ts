import { useRef, useState, type DragEvent, type RefObject } from 'react';
import type { AppStore } from '#renderer/app/store/create-store.ts';
import { useAppStore } from '#renderer/app/store/use-app.ts';
import { isOurDrag, readDragged } from '#renderer/features/board/dragged-entry.ts';
import { dropOnTopic } from '#renderer/features/board/drop-entries.ts';
import type { CapturePlace } from '#renderer/features/capture/capture-links.ts';
import { comesFromOutside } from '#renderer/features/capture/outside-drag.ts';
import { useTakeTransfer } from '#renderer/features/capture/use-take-transfer.ts';
import { showDragBadge } from '#renderer/ui/rows/drag-badge.ts';
import { topicIdSchema, type TopicId } from '#shared/model/ids.ts';
import { dropTopic, type TopicPlace } from './drop-topic.ts';
import type { TreeRow } from './tree-rows.ts';

const topicDragType = 'application/x-carrel-topic';

type Over = TopicPlace & { readonly mark: number };

/** A folded topic unfolds when something is held over it so long, in milliseconds. */
const unfoldAfter = 700;

/** Where in a line the pointer is: its upper or lower quarter is beside it, the middle is inside. */
const placeAt = (list: Element, { target, clientY }: DragEvent, isTopic: boolean): Over | null => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
  const key = row?.dataset['key'];
  if (!row || key === undefined) return null;
  const box = row.getBoundingClientRect();
  const share = (clientY - box.top) / box.height;
  const place: TopicPlace['place'] = !isTopic
    ? 'on'
    : share < 0.25
      ? 'before'
      : share > 0.75
        ? 'after'
        : 'on';
  const edge = place === 'after' ? box.bottom : box.top;
  return { key, place, mark: edge - list.getBoundingClientRect().top };
};

const startDrag = ({ target, dataTransfer }: DragEvent, rows: ReadonlyMap<string, TreeRow>): boolean => {
  const key = target instanceof Element ? target.getAttribute('data-key') : null;
  const title = key === null ? undefined : rows.get(key)?.topic.title;
  if (key === null || title === undefined) return false;
  dataTransfer.effectAllowed = 'move';
  dataTransfer.setData(topicDragType, key);
  dataTransfer.setData('text/plain', title);
  showDragBadge(dataTransfer, title, 1);
  return true;
};

type Take = (transfer: DataTransfer, place: CapturePlace) => Promise<void>;

/** Whether the tree takes what is dragged, besides its own topics. */
const isTaken = (transfer: DataTransfer): boolean => isOurDrag(transfer) || comesFromOutside(transfer);

const drop = (store: AppStore, event: DragEvent, place: Over, take: Take): void => {
  const { dataTransfer, ctrlKey, altKey } = event;
  const topic = topicIdSchema.safeParse(dataTransfer.getData(topicDragType));
  const dragged = readDragged(dataTransfer);
  if (topic.success) void dropTopic(store, topic.data, place);
  else if (dragged) void dropOnTopic(store, dragged, topicIdSchema.parse(place.key), ctrlKey || altKey);
  else void take(dataTransfer, { topicId: topicIdSchema.parse(place.key), sectionId: null, beforeId: null });
  // Whoever watches the window has to hear that a drag from outside is over.
  if (topic.success || dragged) event.stopPropagation();
};

/** Dragging topics about in the tree, and dropping entries of the board, or resources from elsewhere, onto topics. */
export const useTopicDrag = (
  frame: RefObject<HTMLElement | null>,
  rows: ReadonlyMap<string, TreeRow>,
  fold: (topicId: TopicId, isFolded: boolean) => void,
) => {
  const store = useAppStore();
  const { take } = useTakeTransfer();
  const [over, setOver] = useState<Over | null>(null);
  const [isDragging, setIsDragging] = useState(false);
  const held = useRef({ key: '', since: 0 });

  const unfoldHeld = (key: string, now: number) => {
    if (held.current.key !== key) held.current = { key, since: now };
    else if (now - held.current.since > unfoldAfter && rows.get(key)?.isFolded)
      fold(topicIdSchema.parse(key), false);
  };
  const find = (event: DragEvent): Over | null => {
    const isTopic = event.dataTransfer.types.includes(topicDragType);
    if (!frame.current || (!isTopic && !isTaken(event.dataTransfer))) return null;
    return placeAt(frame.current, event, isTopic);
  };

  const drag = {
    onDragStart: (event: DragEvent) => {
      if (startDrag(event, rows)) setIsDragging(true);
    },
    onDragOver: (event: DragEvent) => {
      const next = find(event);
      if (!next) return;
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer.dropEffect = event.ctrlKey || event.altKey ? 'copy' : 'move';
      unfoldHeld(next.key, event.timeStamp);
      setOver((before) => (before?.key === next.key && before.place === next.place ? before : next));
    },
    onDragLeave: (event: DragEvent) => {
      if (event.relatedTarget instanceof Node && frame.current?.contains(event.relatedTarget)) return;
      setOver(null);
    },
    onDrop: (event: DragEvent) => {
      const place = find(event);
      setOver(null);
      if (!place) return;
      event.preventDefault();
      drop(store, event, place, take);
    },
    onDragEnd: () => {
      setOver(null);
      setIsDragging(false);
    },
  };
  const isBeside = over !== null && over.place !== 'on';
  return {
    drag,
    isDragging,
    mark: isBeside ? over.mark : null,
    over: over?.place === 'on' ? over.key : null,
  };
};
