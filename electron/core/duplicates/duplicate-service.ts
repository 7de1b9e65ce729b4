import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts';
import type { Op } from '#shared/model/change.ts';
import type { ResourceId, TopicId } from '#shared/model/ids.ts';
import type { Placement, Resource } from '#shared/model/resource.ts';
import { changeLabel } from '../change-label.ts';
import type { CoreContext } from '../context.ts';
import type { Reader } from '../datastore/datastore.ts';
import { deleteOp, editOps } from '../datastore/ops.ts';
import { trashOps } from '../history/trash-service.ts';
import { readResource } from '../resources/resource-service.ts';
import { touchTopic } from '../topics/topic-service.ts';
import type { KnownGroups } from './known-groups-service.ts';
import { mergedFields } from './merge-resources.ts';

type Needs = Pick<CoreContext, 'datastore' | 'clock' | 'ids'>;

/** Groups of resources that are as good as the same, a page of them whole. */
export const listDuplicates = async (
  { datastore }: Pick<Needs, 'datastore'>,
  knownGroups: KnownGroups,
  { offset, limit }: ParsedInputOf<'duplicates.find'>,
): Promise<OutputOf<'duplicates.find'>> => {
  const groups = await knownGroups();
  // What was removed while others had their turn is left out.
  const present = groups
    .map((group) => ({
      ...group,
      resourceIds: group.resourceIds.filter((id) => datastore.tables.resources[id]),
    }))
    .filter(({ resourceIds }) => resourceIds.length > 1);
  return {
    total: present.length,
    items: present.slice(offset, offset + limit).map((group) => ({
      ...group,
      resources: group.resourceIds.map((resourceId) => readResource(datastore, resourceId)),
    })),
  };
};

const placesOf = (reader: Reader, resourceId: ResourceId): Placement[] =>
  [...reader.placementsOfResource(resourceId)].map((id) => reader.require('placements', id));

type Moved = { readonly ops: readonly Op[]; readonly notes: readonly string[] };

/**
 * Hands the places of one resource to another. Where that stands in the topic already, the place is given up, and a summary
 * of its own that it had goes to the place that stays, or, where that has one too, into the notes.
 */
const movePlaces = (
  reader: Reader,
  from: Resource,
  keepId: ResourceId,
  taken: Map<TopicId, Placement>,
): Moved => {
  const ops: Op[] = [];
  const notes: string[] = [];
  for (const placement of placesOf(reader, from.id)) {
    const present = taken.get(placement.topicId);
    if (!present) {
      ops.push(...editOps('placements', placement, { resourceId: keepId }));
      taken.set(placement.topicId, { ...placement, resourceId: keepId });
      continue;
    }
    ops.push(deleteOp('placements', placement));
    if (placement.summary === null) continue;
    if (present.summary === null) {
      ops.push(...editOps('placements', present, { summary: placement.summary }));
      taken.set(placement.topicId, { ...present, summary: placement.summary });
    } else if (present.summary !== placement.summary) notes.push(placement.summary);
  }
  return { ops, notes };
};

/** Makes one resource of several, as one change. */
export const mergeDuplicates = async (
  { datastore, clock, ids }: Needs,
  { keepId, dropIds, patch }: ParsedInputOf<'duplicates.merge'>,
): Promise<void> => {
  const { title } = datastore.require('resources', keepId);
  await datastore.commit(changeLabel('resource.merge', { title, count: dropIds.length + 1 }), (reader) => {
    const keep = reader.require('resources', keepId);
    const drop = [...new Set(dropIds)]
      .filter((id) => id !== keepId)
      .map((id) => reader.require('resources', id));
    const now = clock.now();
    const taken = new Map(placesOf(reader, keepId).map((placement) => [placement.topicId, placement]));
    const moved = drop.map((one) => movePlaces(reader, one, keepId, taken));
    const fields = mergedFields(keep, drop, patch as Partial<Resource>);
    const note = [fields.note ?? '', ...moved.flatMap(({ notes }) => notes)].filter(Boolean).join('\n\n');
    return [
      ...moved.flatMap(({ ops }) => ops),
      ...editOps('resources', keep, { ...fields, note, updatedAt: now }),
      ...drop.flatMap(({ id, title: name }) =>
        trashOps(reader, {
          id: ids.next(),
          kind: 'resource',
          title: name,
          place: [],
          deletedAt: now,
          records: [{ table: 'resources', id }],
        }),
      ),
      ...[...taken.keys()].flatMap((topicId) => touchTopic(reader, topicId, now)),
    ];
  });
};
