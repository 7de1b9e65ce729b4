import { expect, test } from 'vitest';
import { neighborOf, planTopicMove, withDescendants } from '#renderer/features/topics/topic-tree.ts';
import { treeRows } from '#renderer/features/topics/tree-rows.ts';
import type { TopicNode } from '#shared/contract/views.ts';
import { topicIdSchema, type TopicId } from '#shared/model/ids.ts';

const id = (number: number): TopicId => topicIdSchema.parse(`01980000-0000-7000-8000-00000000000${number}`);
const node = (number: number, parent: number | null, title: string): TopicNode => ({
  id: id(number),
  parentId: parent === null ? null : id(parent),
  title,
  slug: title.toLowerCase(),
  status: 'draft',
  resourceCount: 0,
});
const tree = [node(1, null, 'A'), node(2, 1, 'A1'), node(3, 1, 'A2'), node(4, null, 'B'), node(5, null, 'C')];

test('lists what shows, with levels and places among siblings', () => {
  const told = (folded: readonly TopicId[]) =>
    treeRows(tree, new Set(folded)).map(
      ({ topic, level, position, siblings }) => `${level} ${topic.title} ${position}/${siblings}`,
    );
  expect(told([])).toEqual(['1 A 1/3', '2 A1 1/2', '2 A2 2/2', '1 B 2/3', '1 C 3/3']);
  expect(told([id(1)])).toEqual(['1 A 1/3', '1 B 2/3', '1 C 3/3']);
});

test('moves down past the next sibling, skipping what lies below it', () => {
  expect(planTopicMove(tree, id(1), 'down')).toEqual({
    parentId: null,
    beforeId: id(5),
    said: { key: 'move.below', values: { title: 'B', position: 2, count: 3 } },
  });
});

test('moves into the sibling before', () => {
  expect(planTopicMove(tree, id(4), 'in')).toMatchObject({ parentId: id(1), beforeId: null });
});

test('moves out to right behind its parent', () => {
  expect(planTopicMove(tree, id(2), 'out')).toMatchObject({ parentId: null, beforeId: id(4) });
});

test.each([
  [1, 'up'],
  [1, 'in'],
  [1, 'out'],
  [5, 'down'],
] as const)('cannot move topic %i %s', (number, direction) => {
  expect(planTopicMove(tree, id(number), direction)).toBeNull();
});

test('finds who takes over: next, previous, then parent', () => {
  expect([neighborOf(tree, id(4)), neighborOf(tree, id(5)), neighborOf(tree.slice(0, 2), id(2))]).toEqual([
    id(5),
    id(4),
    id(1),
  ]);
});

test('knows what lies below a topic', () => {
  expect([...withDescendants(tree, id(1))]).toEqual([id(1), id(2), id(3)]);
});
