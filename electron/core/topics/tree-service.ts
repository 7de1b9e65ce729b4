import type { Reader } from '#core/datastore/datastore.ts';
import { comparePositions } from '#shared/domain/ordering.ts';
import type { TopicNode } from '#shared/contract/views.ts';
import type { TopicId } from '#shared/model/ids.ts';
import type { Topic } from '#shared/model/topic.ts';

/** The topics with this parent, in their order. */
export const siblingTopics = (reader: Reader, parentId: TopicId | null): Topic[] =>
  [...reader.childTopics(parentId)].map((id) => reader.require('topics', id)).toSorted(comparePositions);

/** The topics above this one, from the top of the tree down. Ends by itself in a tree that is not sound. */
export const ancestors = (reader: Reader, topic: Topic): Topic[] => {
  const path: Topic[] = [];
  const seen = new Set<TopicId>([topic.id]);
  for (let { parentId } = topic; parentId !== null && !seen.has(parentId);) {
    const parent: Topic | undefined = reader.tables.topics[parentId];
    if (parent === undefined) break;
    seen.add(parentId);
    path.unshift(parent);
    ({ parentId } = parent);
  }
  return path;
};

/** A topic and all below it, depth first, siblings in their order. */
export const withDescendants = (reader: Reader, topic: Topic, seen = new Set<TopicId>()): Topic[] => {
  if (seen.has(topic.id)) return [];
  seen.add(topic.id);
  const below = siblingTopics(reader, topic.id).flatMap((child) => withDescendants(reader, child, seen));
  return [topic, ...below];
};

/** The whole tree, depth first. Topics whose parent is missing stand at the top, so that they can be reached. */
export const readTree = (reader: Reader): TopicNode[] => {
  const seen = new Set<TopicId>();
  const inTree = siblingTopics(reader, null).flatMap((topic) => withDescendants(reader, topic, seen));
  const lost = Object.values(reader.tables.topics)
    .filter(({ id, parentId }) => !seen.has(id) && reader.tables.topics[parentId ?? ''] === undefined)
    .flatMap((topic) => withDescendants(reader, { ...topic, parentId: null }, seen));
  return [...inTree, ...lost].map(({ id, parentId, title, slug, status }) => ({
    id,
    parentId,
    title,
    slug,
    status,
    // A resource stands in a topic once.
    resourceCount: reader.placementsInTopic(id).size,
  }));
};
