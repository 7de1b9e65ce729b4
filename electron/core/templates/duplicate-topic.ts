import type { ParsedInputOf } from '#shared/contract/contract.ts';
import { placementIdSchema, sectionIdSchema, topicIdSchema, type TopicId } from '#shared/model/ids.ts';
import type { Placement } from '#shared/model/resource.ts';
import type { Section } from '#shared/model/topic.ts';
import { changeLabel } from '../change-label.ts';
import type { CoreContext } from '../context.ts';
import { putOp } from '../datastore/ops.ts';
import { newTopicOps } from '../topics/topic-service.ts';

/** Makes a draft that is the same board again; its resources stand in both. */
export const duplicateTopic = async (
  needs: Pick<CoreContext, 'datastore' | 'clock' | 'ids'>,
  { topicId, title }: ParsedInputOf<'topics.duplicate'>,
): Promise<{ topicId: TopicId }> => {
  const { datastore, clock, ids } = needs;
  let made: TopicId | null = null;
  const original = datastore.require('topics', topicId);
  await datastore.commit(changeLabel('topic.duplicate', { title: original.title }), (reader) => {
    const { sections, hero, description, language, theme, textLicenseId, parentId } = reader.require(
      'topics',
      topicId,
    );
    const sectionIds = new Map(sections.map(({ id }) => [id, sectionIdSchema.parse(ids.next())]));
    const own = sections.map((section): Section => ({
      ...section,
      id: sectionIds.get(section.id) ?? section.id,
    }));
    const { topic, ops } = newTopicOps(reader, needs, { title, parentId, sections: own });
    made = topicIdSchema.parse(topic.id);
    const copy = { ...topic, hero, description, language, theme, textLicenseId };
    const placements = [...reader.placementsInTopic(topicId)].map((id): Placement => {
      const placement = reader.require('placements', id);
      return {
        ...placement,
        id: placementIdSchema.parse(ids.next()),
        topicId: topic.id,
        sectionId: sectionIds.get(placement.sectionId) ?? placement.sectionId,
        createdAt: clock.now(),
      };
    });
    return [
      ...ops.map((op) => (op.op === 'put' && op.id === topic.id ? putOp('topics', copy) : op)),
      ...placements.map((placement) => putOp('placements', placement)),
    ];
  });
  if (made === null) throw new Error('a topic that was made has an id');
  return { topicId: made };
};
