import type { MessageKey, MessageValues } from '#renderer/i18n/i18n.ts';
import type { TopicNode } from '#shared/contract/views.ts';
import type { TopicId } from '#shared/model/ids.ts';

type Tree = readonly TopicNode[];

/** Topics with the same parent, in their order. */
export const siblingsOf = (tree: Tree, topic: TopicNode): Tree =>
  tree.filter((other) => other.parentId === topic.parentId);

/** The topic itself and all below it. */
export const withDescendants = (tree: Tree, topicId: TopicId): ReadonlySet<TopicId> => {
  const inside = new Set([topicId]);
  // Depth first, so a parent always comes before its children.
  for (const topic of tree) if (topic.parentId && inside.has(topic.parentId)) inside.add(topic.id);
  return inside;
};

/** Where to go when a topic leaves: the next sibling, else the one before, else the parent. */
export const neighborOf = (tree: Tree, topicId: TopicId): TopicId | null => {
  const topic = tree.find((each) => each.id === topicId);
  if (!topic) return null;
  const siblings = siblingsOf(tree, topic);
  const index = siblings.indexOf(topic);
  return siblings[index + 1]?.id ?? siblings[index - 1]?.id ?? topic.parentId;
};

/** A move as the contract takes it, and what to say when it is done. */
export type TopicMove = {
  readonly parentId: TopicId | null;
  readonly beforeId: TopicId | null;
  readonly said: { readonly key: MessageKey; readonly values: MessageValues };
};

export type MoveDirection = 'up' | 'down' | 'in' | 'out';

const amongSiblings = (siblings: Tree, index: number, by: -1 | 1): TopicMove | null => {
  const passed = siblings[index + by];
  if (!passed) return null;
  const beforeId = by === -1 ? passed.id : (siblings[index + 2]?.id ?? null);
  const values = { title: passed.title, position: index + by + 1, count: siblings.length };
  const key = by === -1 ? 'move.above' : 'move.below';
  return { parentId: passed.parentId, beforeId, said: { key, values } };
};

/** What a step in a direction means for a topic: among its siblings, into the one before it, or out of its parent. */
export const planTopicMove = (tree: Tree, topicId: TopicId, direction: MoveDirection): TopicMove | null => {
  const topic = tree.find((each) => each.id === topicId);
  if (!topic) return null;
  const siblings = siblingsOf(tree, topic);
  const index = siblings.indexOf(topic);
  if (direction === 'up') return amongSiblings(siblings, index, -1);
  if (direction === 'down') return amongSiblings(siblings, index, 1);
  if (direction === 'in') {
    const parent = siblings[index - 1];
    if (!parent) return null;
    return {
      parentId: parent.id,
      beforeId: null,
      said: { key: 'move.into', values: { title: parent.title } },
    };
  }
  const parent = tree.find((each) => each.id === topic.parentId);
  if (!parent) return null;
  const aunts = siblingsOf(tree, parent);
  const beforeId = aunts[aunts.indexOf(parent) + 1]?.id ?? null;
  return {
    parentId: parent.parentId,
    beforeId,
    said: { key: 'move.out-of', values: { title: parent.title } },
  };
};
