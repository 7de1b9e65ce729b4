import type { CoreContext } from '#core/context.ts';
import { changeLabel } from '#core/change-label.ts';
import { trashOps, type RecordRef } from '#core/history/trash-service.ts';
import { placeOfTopic } from '#core/topics/removal-service.ts';
import { touchTopic } from '#core/topics/topic-service.ts';
import type { ParsedInputOf } from '#shared/contract/contract.ts';

/** Takes a resource out of every topic and puts it into the trash with its places. */
export const removeResource = async (
  { datastore, clock, ids }: Pick<CoreContext, 'datastore' | 'clock' | 'ids'>,
  { resourceId }: ParsedInputOf<'resources.remove'>,
): Promise<void> => {
  const { title } = datastore.require('resources', resourceId);
  await datastore.commit(changeLabel('resource.remove', { title }), (reader) => {
    const resource = reader.require('resources', resourceId);
    const placements = [...reader.placementsOfResource(resourceId)].map((id) =>
      reader.require('placements', id),
    );
    const topicIds = [...new Set(placements.map(({ topicId }) => topicId))];
    const [first] = topicIds;
    const deletedAt = clock.now();
    return [
      ...trashOps(reader, {
        id: ids.next(),
        kind: 'resource',
        title: resource.title,
        place: first === undefined ? [] : placeOfTopic(reader, reader.require('topics', first)),
        deletedAt,
        records: [
          ...placements.map(({ id }): RecordRef => ({ table: 'placements', id })),
          { table: 'resources', id: resourceId },
        ],
      }),
      ...topicIds.flatMap((topicId) => touchTopic(reader, topicId, deletedAt)),
    ];
  });
};
