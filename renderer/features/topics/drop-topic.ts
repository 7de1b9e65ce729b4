import type { AppStore } from '#renderer/app/store/create-store.ts';
import { focusRow } from '#renderer/app/focus-row.ts';
import type { TopicNode } from '#shared/contract/views.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { siblingsOf, withDescendants } from './topic-tree.ts';

/** Beside a line of the tree, or inside the topic that it is. */
export type TopicPlace = { readonly key: string; readonly place: 'before' | 'after' | 'on' };

const said = {
  before: 'move.topic-above',
  after: 'move.topic-below',
  on: 'move.into',
} as const;

/** The move as the contract takes it. */
const moveTo = (
  tree: readonly TopicNode[],
  topicId: TopicId,
  over: TopicNode,
  place: TopicPlace['place'],
) => {
  if (place === 'on') return { topicId, parentId: over.id, beforeId: null };
  const others = siblingsOf(tree, over).filter((each) => each.id !== topicId);
  const next = others[others.indexOf(over) + 1]?.id ?? null;
  return { topicId, parentId: over.parentId, beforeId: place === 'before' ? over.id : next };
};

/** Moves a topic to where it was dropped, and offers to take that back. Into itself it cannot go. */
export const dropTopic = async (
  store: AppStore,
  topicId: TopicId,
  { key, place }: TopicPlace,
): Promise<void> => {
  const { tree, mutate, notifyUndoable } = store.getState();
  const over = tree?.find((each) => each.id === key);
  if (!tree || !over || withDescendants(tree, topicId).has(over.id)) return;
  const outcome = await mutate('topics.move', moveTo(tree, topicId, over, place));
  if (!outcome.ok) return;
  notifyUndoable({ key: said[place], values: { title: over.title } });
  focusRow('navigator', topicId);
};
