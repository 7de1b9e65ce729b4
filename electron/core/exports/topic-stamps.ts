import type { Datastore } from '#core/datastore/datastore.ts';
import type { Op } from '#shared/model/change.ts';
import type { PlacementId, ResourceId, TopicId } from '#shared/model/ids.ts';

/**
 * A mark of a topic. As long as it is the same, nothing has changed that the topic's part of a publication is made of; when it
 * differs, something may have.
 */
export type StampOf = (topicId: string) => string;

/** Tables that no publication is made of. */
const apart: ReadonlySet<string> = new Set([
  'trash',
  'evidence',
  'rightsDecisions',
  'smartLists',
  'templates',
]);

/** A change of more ops counts as one of all topics: to look at each op would hold everybody else up. */
const largeChange = 500;

const topicOfPlacement = (op: Op): unknown =>
  op.op === 'edit' ? op.fields['topicId']?.from : op.record['topicId'];

/**
 * Follows the changes of a library, so that an export after an edit need not look at every record to learn what it is about.
 * Resources and what stands where belong to some topics; anything else may be in all of them.
 */
export const createTopicStamps = (
  datastore: Pick<Datastore, 'subscribe' | 'tables' | 'placementsOfResource'>,
): StampOf => {
  const changes = new Map<string, number>();
  /** Not looked up until a mark is asked for; should one have moved by then, its placements were told of as well. */
  const resources = new Set<ResourceId>();
  let forAll = 0;
  const touch = (topicId: TopicId) => changes.set(topicId, (changes.get(topicId) ?? 0) + 1);
  const touchPlacement = (id: PlacementId) => {
    const placement = datastore.tables.placements[id];
    if (placement) touch(placement.topicId);
  };
  const follow = (op: Op) => {
    if (op.table === 'placements') {
      touchPlacement(op.id as PlacementId);
      const before = topicOfPlacement(op);
      if (typeof before === 'string') touch(before as TopicId);
    } else if (op.table === 'resources') {
      resources.add(op.id as ResourceId);
    } else if (!apart.has(op.table)) forAll += 1;
  };
  datastore.subscribe(({ ops }) => {
    if (ops.length > largeChange) forAll += 1;
    else ops.forEach(follow);
  });
  return (topicId) => {
    for (const id of resources) datastore.placementsOfResource(id).forEach(touchPlacement);
    resources.clear();
    return `${forAll}/${changes.get(topicId) ?? 0}`;
  };
};
