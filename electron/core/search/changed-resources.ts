import type { Reader } from '#core/datastore/datastore.ts';
import type { Op } from '#shared/model/change.ts';
import type { ImageId, ResourceId, TopicId } from '#shared/model/ids.ts';
import type { Placement } from '#shared/model/resource.ts';

/** Fields of a topic that its resources are found by. */
const topicFields = ['title', 'status', 'reviewBy', 'commercialUse'];

const inTopic = function* (reader: Reader, topicId: TopicId): Generator<ResourceId> {
  for (const id of reader.placementsInTopic(topicId)) {
    const placement = reader.tables.placements[id];
    if (placement) yield placement.resourceId;
  }
};

const ofPlacement = (reader: Reader, op: Op): ResourceId[] => {
  const now = reader.tables.placements[op.id]?.resourceId;
  const before = (
    op.op === 'edit' ? op.fields['resourceId']?.from : (op.record as unknown as Placement).resourceId
  ) as ResourceId | undefined;
  return [now, now === before ? undefined : before].filter((id) => id !== undefined);
};

const ofType = (reader: Reader, typeId: string): ResourceId[] =>
  Object.values(reader.tables.resources).flatMap((resource) =>
    (resource.typeId as string) === typeId ? [resource.id] : [],
  );

const ofEvidence = (reader: Reader, op: Op): ResourceId[] => {
  const imageId = op.op === 'edit' ? reader.tables.evidence[op.id]?.imageId : op.record['imageId'];
  return typeof imageId === 'string' ? [...reader.resourcesWithImage(imageId as ImageId)] : [];
};

const withImage = (reader: Reader): ResourceId[] =>
  Object.values(reader.tables.resources).flatMap(({ id, imageId }) => (imageId === null ? [] : [id]));

const touches = (op: Op, fields: readonly string[]): boolean =>
  op.op !== 'edit' || fields.some((field) => field in op.fields);

/** The resources that an op makes to be found otherwise than before, those that are gone included. */
export const resourcesOfOp = (reader: Reader, op: Op): Iterable<ResourceId> => {
  switch (op.table) {
    case 'resources':
      return [op.id as ResourceId];
    case 'placements':
      return ofPlacement(reader, op);
    case 'topics':
      return touches(op, topicFields) ? inTopic(reader, op.id as TopicId) : [];
    case 'images':
      return [...reader.resourcesWithImage(op.id as ImageId)];
    case 'evidence':
      return ofEvidence(reader, op);
    case 'library':
      return touches(op, ['commercialUse']) ? withImage(reader) : [];
    case 'resourceTypes':
      return ofType(reader, op.id);
    default:
      return [];
  }
};
