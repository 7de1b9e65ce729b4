import { CornerDownRight, FolderInput, Pencil, Plus, Trash2 } from 'lucide-react';
import type { Action } from '#renderer/app/actions/action.ts';
import { focusRow } from '#renderer/app/focus-row.ts';
import type { AppStore } from '#renderer/app/store/create-store.ts';
import type { AppState } from '#renderer/app/store/state.ts';
import { isNarrow } from '#renderer/app/use-media.ts';
import { neighborOf, planTopicMove, withDescendants, type MoveDirection } from './topic-tree.ts';

const nothingWritten = { title: '', beginWith: 'empty' } as const;

const hasTopic = (state: AppState) => state.topicId !== null;

const showNavigator = (store: AppStore) => {
  const { settings, changeSettings, openDrawer } = store.getState();
  if (isNarrow()) openDrawer('navigator');
  else if (!settings.navigatorOpen) void changeSettings({ navigatorOpen: true });
};

const moveTopic = async (store: AppStore, direction: MoveDirection) => {
  const { tree, topicId, mutate, announce } = store.getState();
  if (!tree || !topicId) return;
  const move = planTopicMove(tree, topicId, direction);
  if (!move) return announce('move.cannot');
  const { parentId, beforeId, said } = move;
  const outcome = await mutate('topics.move', { topicId, parentId, beforeId });
  if (outcome.ok) announce(said.key, said.values);
  focusRow('navigator', topicId);
};

/** Deletes the open topic to the trash and opens its neighbor. Nothing asks: the notice and undo bring it back. */
const removeTopic = async (store: AppStore) => {
  const { tree, topicId, openTopic, mutate, notifyUndoable } = store.getState();
  const topic = tree?.find((each) => each.id === topicId);
  if (!tree || !topicId || !topic) return;
  const neighbor = neighborOf(tree, topicId);
  await openTopic(neighbor);
  const outcome = await mutate('topics.remove', { topicId });
  if (!outcome.ok) return openTopic(topicId);
  if (neighbor) focusRow('navigator', neighbor);
  const below = withDescendants(tree, topicId).size - 1;
  notifyUndoable(
    { key: 'topic.removed', values: { title: topic.title, below } },
    () => void store.getState().openTopic(topicId),
  );
};

const move = (direction: MoveDirection, key: string): Action => ({
  id: `topic.move-${direction}`,
  labelKey: `topic.move-${direction}`,
  shortcuts: [`Alt+${key}`],
  scope: 'navigator',
  onlyInPlace: true,
  isAvailable: hasTopic,
  run: (store) => moveTopic(store, direction),
});

/** What can be done with topics. All but "New topic" is about the topic that is open. */
export const topicActions: readonly Action[] = [
  {
    id: 'topic.create',
    labelKey: 'topic.create',
    icon: Plus,
    shortcuts: ['Mod+Alt+O'],
    singleKey: { key: 'N', scopes: ['navigator', 'lists', 'board'] },
    scope: 'everywhere',
    isAvailable: (state) => state.tree !== null,
    run: (store) => {
      showNavigator(store);
      store.getState().setNavigator({ newTopic: { parentId: null, ...nothingWritten } });
    },
  },
  {
    id: 'topic.create-inside',
    labelKey: 'topic.create-inside',
    icon: CornerDownRight,
    singleKey: { key: 'Shift+N', scopes: ['navigator', 'board'] },
    scope: 'everywhere',
    isAvailable: hasTopic,
    run: (store) => {
      showNavigator(store);
      store.getState().setNavigator({ newTopic: { parentId: store.getState().topicId, ...nothingWritten } });
    },
  },
  {
    id: 'topic.rename',
    labelKey: 'topic.rename',
    icon: Pencil,
    shortcuts: ['F2'],
    scope: 'everywhere',
    isAvailable: hasTopic,
    run: (store) => {
      showNavigator(store);
      store.getState().setNavigator({ renaming: store.getState().topicId });
    },
  },
  {
    id: 'topic.move-to',
    labelKey: 'topic.move-to',
    icon: FolderInput,
    scope: 'everywhere',
    isAvailable: (state) => hasTopic(state) && (state.tree?.length ?? 0) > 1,
    run: (store) => {
      const { topicId, openDialog } = store.getState();
      if (topicId) openDialog({ kind: 'move-topic', topicId });
    },
  },
  move('up', 'ArrowUp'),
  move('down', 'ArrowDown'),
  move('in', 'ArrowRight'),
  move('out', 'ArrowLeft'),
  {
    id: 'topic.remove',
    labelKey: 'topic.remove',
    icon: Trash2,
    shortcuts: ['Delete'],
    scope: 'navigator',
    isAvailable: hasTopic,
    run: removeTopic,
  },
];
