import type { Op } from '#shared/model/change.ts';
import type { Reader } from './datastore.ts';
import { deleteOp, editOps } from './ops.ts';

const mendPlacements = ({ tables }: Reader): Op[] =>
  Object.values(tables.placements).flatMap((placement) => {
    const topic = tables.topics[placement.topicId];
    if (!topic || !tables.resources[placement.resourceId]) return [deleteOp('placements', placement)];
    const [first] = topic.sections;
    const isPlaced = topic.sections.some(({ id }) => id === placement.sectionId);
    return isPlaced || !first ? [] : editOps('placements', placement, { sectionId: first.id });
  });

/** Topics whose parents lead in a circle never reach the top. */
const reachesTop = ({ tables }: Reader, start: string): boolean => {
  const seen = new Set<string>();
  let id: string | null = start;
  while (id !== null) {
    if (seen.has(id)) return false;
    seen.add(id);
    id = tables.topics[id]?.parentId ?? null;
  }
  return true;
};

const mendTopics = (reader: Reader): Op[] => {
  const { topics, images } = reader.tables;
  return Object.values(topics).flatMap((topic) => {
    const isLost = topic.parentId !== null && (!topics[topic.parentId] || !reachesTop(reader, topic.id));
    const hasHero = topic.hero === null || images[topic.hero.imageId];
    return editOps('topics', topic, {
      parentId: isLost ? null : topic.parentId,
      hero: hasHero ? topic.hero : null,
    });
  });
};

/**
 * The ops that make every reference lead somewhere: entries of nothing go, entries without a section move to the first,
 * topics without a parent to the top, and pictures that are gone are let go of. Records themselves are never deleted.
 */
export const mendReferences = (reader: Reader): Op[] => {
  const { tables } = reader;
  return [
    ...mendPlacements(reader),
    ...mendTopics(reader),
    ...Object.values(tables.resources).flatMap((resource) =>
      resource.imageId !== null && !tables.images[resource.imageId]
        ? editOps('resources', resource, { imageId: null })
        : [],
    ),
    ...Object.values(tables.evidence).flatMap((evidence) =>
      tables.images[evidence.imageId] ? [] : [deleteOp('evidence', evidence)],
    ),
  ];
};
