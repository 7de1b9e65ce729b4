import {
  useDragAndDrop,
  isTextDropItem,
  type DragAndDropHooks,
  type DropItem,
  type DroppableCollectionReorderEvent,
} from 'react-aria-components';
import { useAppStore } from '#renderer/app/store/use-app.ts';
import { entryDragType, parseDragged, resourceDragType } from '#renderer/features/board/dragged-entry.ts';
import { dropOnTopic } from '#renderer/features/board/drop-entries.ts';
import { topicIdSchema, type TopicId } from '#shared/model/ids.ts';
import type { AppStore } from '#renderer/app/store/create-store.ts';
import { siblingsOf, withDescendants } from './topic-tree.ts';

const topicDragType = 'application/x-carrel-topic';

const dropTopic = async (store: AppStore, { keys, target }: DroppableCollectionReorderEvent) => {
  const { tree, mutate } = store.getState();
  const topicId = topicIdSchema.parse([...keys][0]);
  const over = tree?.find((topic) => topic.id === target.key);
  if (!tree || !over || withDescendants(tree, topicId).has(over.id)) return;
  const after = (): TopicId | null => {
    const others = siblingsOf(tree, over).filter((topic) => topic.id !== topicId);
    return others[others.indexOf(over) + 1]?.id ?? null;
  };
  if (target.dropPosition === 'on')
    await mutate('topics.move', { topicId, parentId: over.id, beforeId: null });
  else {
    const beforeId = target.dropPosition === 'before' ? over.id : after();
    await mutate('topics.move', { topicId, parentId: over.parentId, beforeId });
  }
};

const dropEntries = async (store: AppStore, items: readonly DropItem[], topicId: TopicId) => {
  for (const item of items) {
    const type = [entryDragType, resourceDragType].find(
      (each) => isTextDropItem(item) && item.types.has(each),
    );
    if (!type || !isTextDropItem(item)) continue;
    const dragged = parseDragged(type, await item.getText(type));
    if (dragged) await dropOnTopic(store, dragged, topicId);
  }
};

/** Dragging topics about in the tree, and dropping entries of the board onto topics. */
export const useTopicDrag = <Item extends object>(): DragAndDropHooks<Item> => {
  const store = useAppStore();
  const { dragAndDropHooks } = useDragAndDrop<Item>({
    getItems: (keys) =>
      [...keys].map((key) => ({
        [topicDragType]: String(key),
        'text/plain': store.getState().tree?.find((topic) => topic.id === key)?.title ?? '',
      })),
    acceptedDragTypes: [topicDragType, entryDragType, resourceDragType],
    getDropOperation: () => 'move',
    onMove: (event) => void dropTopic(store, event),
    onItemDrop: ({ items, target }) => void dropEntries(store, items, topicIdSchema.parse(target.key)),
  });
  return dragAndDropHooks;
};
