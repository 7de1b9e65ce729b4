import type { TopicId } from '#shared/model/ids.ts';
import type { TestCore } from './open-core.ts';

/** A topic with one section arranged by hand and these titles in it, in this order. */
export const makeBoard = async (
  core: TestCore,
  title: string,
  entries: readonly string[],
): Promise<TopicId> => {
  const { topicId } = await core.call('topics.create', { title, parentId: null });
  const board = await core.call('topics.board', { topicId });
  const sectionId = board.sections[0]?.section.id ?? null;
  if (sectionId)
    await core.call('sections.update', { topicId, sectionId, patch: { kind: 'curated', title: 'Chosen' } });
  for (const entry of entries)
    await core.call('resources.create', { fields: { title: entry }, topicId, sectionId });
  return topicId;
};
