import type { CoreContext } from '#core/context.ts';
import { changeLabel } from '#core/change-label.ts';
import type { Reader } from '#core/datastore/datastore.ts';
import { trashOps, type RecordRef } from '#core/history/trash-service.ts';
import { placeOfTopic } from '#core/topics/removal-service.ts';
import { touchTopic } from '#core/topics/topic-service.ts';
import type { ParsedInputOf } from '#shared/contract/contract.ts';
import type { Op } from '#shared/model/change.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { ResourceId, TopicId } from '#shared/model/ids.ts';

type Removal = { readonly resourceId: ResourceId; readonly trashId: string; readonly deletedAt: Instant };

/** The ops that put a resource into the trash with its places, and the topics it leaves. */
export const removalOps = (
  reader: Reader,
  { resourceId, trashId, deletedAt }: Removal,
): { readonly ops: readonly Op[]; readonly topicIds: readonly TopicId[] } => {
  const resource = reader.require('resources', resourceId);
  const placements = [...reader.placementsOfResource(resourceId)].map((id) =>
    reader.require('placements', id),
  );
  const topicIds = [...new Set(placements.map(({ topicId }) => topicId))];
  const [first] = topicIds;
  const ops = trashOps(reader, {
    id: trashId,
    kind: 'resource',
    title: resource.title,
    place: first === undefined ? [] : placeOfTopic(reader, reader.require('topics', first)),
    deletedAt,
    records: [
      ...placements.map(({ id }): RecordRef => ({ table: 'placements', id })),
      { table: 'resources', id: resourceId },
    ],
  });
  return { ops, topicIds };
};

/** Takes a resource out of every topic and puts it into the trash with its places. */
export const removeResource = async (
  { datastore, clock, ids }: Pick<CoreContext, 'datastore' | 'clock' | 'ids'>,
  { resourceId }: ParsedInputOf<'resources.remove'>,
): Promise<void> => {
  const { title } = datastore.require('resources', resourceId);
  await datastore.commit(changeLabel('resource.remove', { title }), (reader) => {
    const deletedAt = clock.now();
    const { ops, topicIds } = removalOps(reader, { resourceId, trashId: ids.next(), deletedAt });
    return [...ops, ...topicIds.flatMap((topicId) => touchTopic(reader, topicId, deletedAt))];
  });
};
