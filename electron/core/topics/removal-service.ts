import type { CoreContext } from '#core/context.ts';
import { changeLabel } from '#core/change-label.ts';
import type { Reader } from '#core/datastore/datastore.ts';
import { editOps } from '#core/datastore/ops.ts';
import { trashOps, type RecordRef } from '#core/history/trash-service.ts';
import { refusal } from '#core/refusal.ts';
import type { ParsedInputOf } from '#shared/contract/contract.ts';
import type { Op } from '#shared/model/change.ts';
import type { SectionId } from '#shared/model/ids.ts';
import type { Placement } from '#shared/model/resource.ts';
import type { Section, Topic } from '#shared/model/topic.ts';
import { insertAt } from './insertion.ts';
import { movedOps, requireSection } from './placement-service.ts';
import { newestFirst, placementsInSection } from './section-entries-service.ts';
import { ancestors, withDescendants } from './tree-service.ts';

type Needs = Pick<CoreContext, 'datastore' | 'clock' | 'ids'>;

const placementRefs = (reader: Reader, topic: Topic): RecordRef[] =>
  [...reader.placementsInTopic(topic.id)].map((id) => ({ table: 'placements', id }));

/** Titles from the top of the tree down to the topic itself. */
export const placeOfTopic = (reader: Reader, topic: Topic): string[] => [
  ...ancestors(reader, topic).map(({ title }) => title),
  topic.title,
];

/** Puts a topic and all below it into the trash. Its resources stay in the library. */
export const removeTopic = async (
  { datastore, clock, ids }: Needs,
  { topicId }: ParsedInputOf<'topics.remove'>,
): Promise<void> => {
  const { title } = datastore.require('topics', topicId);
  await datastore.commit(changeLabel('topic.remove', { title }), (reader) => {
    const topic = reader.require('topics', topicId);
    const topics = withDescendants(reader, topic);
    return trashOps(reader, {
      id: ids.next(),
      kind: 'topic',
      title: topic.title,
      place: placeOfTopic(reader, topic).slice(0, -1),
      deletedAt: clock.now(),
      records: [
        ...topics.flatMap((one) => placementRefs(reader, one)),
        ...topics.map(({ id }): RecordRef => ({ table: 'topics', id })),
      ],
    });
  });
};

const inOrderShown = (reader: Reader, topic: Topic, section: Section): Placement[] => {
  const own = placementsInSection(reader, topic, section.id);
  return section.kind === 'live' ? newestFirst(reader, own, section) : own;
};

const handOver = (reader: Reader, topic: Topic, leaving: readonly Placement[], to: SectionId): Op[] => {
  const siblings = placementsInSection(reader, topic, to);
  const { positions, moved } = insertAt(siblings, siblings.length, leaving.length);
  const edits = leaving.flatMap((placement, index) =>
    editOps('placements', placement, { sectionId: to, position: positions[index] ?? placement.position }),
  );
  return [...movedOps(siblings, moved), ...edits];
};

/**
 * Removes a section; its entries follow to `moveEntriesTo` in the order shown, or leave the topic and go to the trash
 * with it. `conflict` with reason `last-section` for the only one.
 */
export const removeSection = async (
  { datastore, clock, ids }: Needs,
  { topicId, sectionId, moveEntriesTo }: ParsedInputOf<'sections.remove'>,
): Promise<void> => {
  const { title } = requireSection(datastore.require('topics', topicId), sectionId);
  await datastore.commit(changeLabel('section.remove', { title }), (reader) => {
    const topic = reader.require('topics', topicId);
    const section = requireSection(topic, sectionId);
    const sections = topic.sections.filter(({ id }) => id !== sectionId);
    if (sections.length === 0) throw refusal('conflict', 'last-section', { title: section.title });
    const updatedAt = clock.now();
    const leaving = inOrderShown(reader, topic, section);
    const edit = editOps('topics', topic, { sections, updatedAt });
    if (moveEntriesTo !== null) {
      const target = requireSection({ ...topic, sections }, moveEntriesTo);
      return [...handOver(reader, topic, leaving, target.id), ...edit];
    }
    const trashed = trashOps(reader, {
      id: ids.next(),
      kind: 'section',
      title: section.title,
      place: placeOfTopic(reader, topic),
      deletedAt: updatedAt,
      records: [
        ...leaving.map(({ id }): RecordRef => ({ table: 'placements', id })),
        { table: 'topics', id: topicId },
      ],
    });
    return [...trashed, ...edit];
  });
};
