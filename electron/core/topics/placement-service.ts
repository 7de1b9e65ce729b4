import type { CoreContext } from '#core/context.ts';
import { changeLabel } from '#core/change-label.ts';
import type { Reader } from '#core/datastore/datastore.ts';
import { deleteOp, editOps, putCheckedOp, putOp } from '#core/datastore/ops.ts';
import { refusal } from '#core/refusal.ts';
import type { ParsedInputOf } from '#shared/contract/contract.ts';
import type { Op } from '#shared/model/change.ts';
import {
  placementIdSchema,
  type PlacementId,
  type ResourceId,
  type SectionId,
  type TopicId,
} from '#shared/model/ids.ts';
import type { Placement } from '#shared/model/resource.ts';
import type { Section, Topic } from '#shared/model/topic.ts';
import { insertAt } from './insertion.ts';
import { homeSection, placementsInSection } from './section-entries-service.ts';
import { touchTopic } from './topic-service.ts';

type Needs = Pick<CoreContext, 'datastore' | 'clock' | 'ids'>;

/** Where a resource is to stand: before that entry, or last. */
export type Place = {
  readonly topicId: TopicId;
  readonly sectionId: SectionId;
  readonly beforeId: PlacementId | null;
};

/** The section with that id, or the topic's first. */
export const requireSection = (topic: Topic, sectionId: SectionId | null): Section => {
  const section = sectionId === null ? topic.sections[0] : topic.sections.find(({ id }) => id === sectionId);
  if (section === undefined) throw refusal('not-found', 'no-such-section');
  return section;
};

const isPlaced = (reader: Reader, resourceId: ResourceId, topicId: TopicId): boolean =>
  [...reader.placementsOfResource(resourceId)].some(
    (id) => reader.require('placements', id).topicId === topicId,
  );

const refuseTwice = (reader: Reader, resourceId: ResourceId, topic: Topic): void => {
  if (!isPlaced(reader, resourceId, topic.id)) return;
  const { title } = reader.require('resources', resourceId);
  throw refusal('conflict', 'already-in-topic', { title, topic: topic.title });
};

/** Ops that give siblings the new positions an insertion asks for. */
export const movedOps = (siblings: readonly Placement[], moved: ReadonlyMap<string, string>): Op[] =>
  siblings.flatMap((placement) => {
    const position = moved.get(placement.id);
    return position === undefined ? [] : editOps('placements', placement, { position });
  });

const indexBefore = (siblings: readonly Placement[], beforeId: PlacementId | null): number => {
  if (beforeId === null) return siblings.length;
  const index = siblings.findIndex(({ id }) => id === beforeId);
  if (index < 0) throw refusal('conflict', 'place-gone');
  return index;
};

/** Placements between two pauses. */
const few = 32;

type Appending = {
  readonly topic: Topic;
  readonly sectionId: SectionId;
  readonly beforeId?: PlacementId | null;
};

/** Makes the placements one by one, in the order of their resources; `moved` are ops that siblings need beside them. */
const startAppending = (
  reader: Reader,
  { clock, ids }: Pick<CoreContext, 'clock' | 'ids'>,
  { topic, sectionId, beforeId = null }: Appending,
  count: number,
) => {
  const siblings = placementsInSection(reader, topic, sectionId);
  const { positions, moved } = insertAt(siblings, indexBefore(siblings, beforeId), count);
  const createdAt = clock.now();
  const place = (resourceId: ResourceId, index: number): Placement => ({
    id: ids.next() as PlacementId,
    topicId: topic.id,
    sectionId,
    resourceId,
    position: positions[index] ?? '',
    summary: null,
    createdAt,
  });
  return { place, moved: movedOps(siblings, moved) };
};

/** The ops that put resources, which are new to the topic, into a section in the order given: before an entry, or last. */
export const appendOps = (
  reader: Reader,
  needs: Pick<CoreContext, 'clock' | 'ids'>,
  appending: Appending,
  resourceIds: readonly ResourceId[],
): { readonly placements: readonly Placement[]; readonly ops: readonly Op[] } => {
  const { place, moved } = startAppending(reader, needs, appending, resourceIds.length);
  const placements = resourceIds.map(place);
  return { placements, ops: [...moved, ...placements.map((placement) => putOp('placements', placement))] };
};

/** A resource for a place, and the summary that it has only there; null: its own. */
export type ToAppend = Pick<Placement, 'resourceId' | 'summary'>;

/** As `appendOps`, for very many: `pause` is awaited every few, so that others get their turn. */
export const appendManyOps = async (
  reader: Reader,
  needs: Pick<CoreContext, 'clock' | 'ids'>,
  { pause, ...appending }: Appending & { readonly pause: () => Promise<void> },
  rows: readonly ToAppend[],
): Promise<readonly Op[]> => {
  const { place, moved } = startAppending(reader, needs, appending, rows.length);
  const ops: Op[] = moved;
  for (const [index, { resourceId, summary }] of rows.entries()) {
    ops.push(putCheckedOp('placements', { ...place(resourceId, index), summary }));
    if (index % few === 0) await pause();
  }
  return ops;
};

/** Puts a resource into a topic. `conflict` with reason `already-in-topic` when it stands there. */
export const addPlacement = async (
  { datastore, clock, ids }: Needs,
  { resourceId, topicId, sectionId, beforeId }: ParsedInputOf<'placements.add'>,
): Promise<{ placementId: PlacementId }> => {
  const { title } = datastore.require('resources', resourceId);
  const id = placementIdSchema.parse(ids.next());
  await datastore.commit(
    changeLabel('placement.add', { title, topic: datastore.require('topics', topicId).title }),
    (reader) => {
      const topic = reader.require('topics', topicId);
      const section = requireSection(topic, sectionId);
      refuseTwice(reader, resourceId, topic);
      if (section.kind === 'live' && beforeId !== null) {
        throw refusal('conflict', 'live-section-order', { title: section.title });
      }
      const siblings = placementsInSection(reader, topic, section.id);
      const { positions, moved } = insertAt(siblings, indexBefore(siblings, beforeId), 1);
      const createdAt = clock.now();
      return [
        ...movedOps(siblings, moved),
        putOp('placements', {
          id,
          topicId,
          sectionId: section.id,
          resourceId: reader.require('resources', resourceId).id,
          position: positions[0] ?? '',
          summary: null,
          createdAt,
        }),
        ...touchTopic(reader, topicId, createdAt),
      ];
    },
  );
  return { placementId: id };
};

const refuseLiveOrder = (placement: Placement, topic: Topic, { sectionId, beforeId }: Place): void => {
  const section = requireSection(topic, sectionId);
  const stays = placement.topicId === topic.id && homeSection(topic, placement) === sectionId;
  if (section.kind === 'live' && (stays || beforeId !== null)) {
    throw refusal('conflict', 'live-section-order', { title: section.title });
  }
};

const moveOps = (reader: Reader, placement: Placement, place: Place, now: string): readonly Op[] => {
  if (place.beforeId === placement.id) return [];
  const topic = reader.require('topics', place.topicId);
  if (placement.topicId !== place.topicId) refuseTwice(reader, placement.resourceId, topic);
  refuseLiveOrder(placement, topic, place);
  const all = placementsInSection(reader, topic, place.sectionId);
  const siblings = all.filter(({ id }) => id !== placement.id);
  const index = indexBefore(siblings, place.beforeId);
  if (all.findIndex(({ id }) => id === placement.id) === index) return [];
  const { positions, moved } = insertAt(siblings, index, 1);
  const left = placement.topicId === place.topicId ? [] : touchTopic(reader, placement.topicId, now);
  return [
    ...movedOps(siblings, moved),
    ...editOps('placements', placement, {
      topicId: place.topicId,
      sectionId: place.sectionId,
      position: positions[0] ?? placement.position,
    }),
    ...left,
    ...touchTopic(reader, place.topicId, now),
  ];
};

const titleOf = (reader: Reader, placement: Placement): string =>
  reader.require('resources', placement.resourceId).title;

/** Moves an entry within its section, to another one, or to another topic. */
export const movePlacement = async (
  { datastore, clock }: Needs,
  { placementId, ...place }: ParsedInputOf<'placements.move'>,
): Promise<void> => {
  const title = titleOf(datastore, datastore.require('placements', placementId));
  await datastore.commit(changeLabel('placement.move', { title }), (reader) =>
    moveOps(reader, reader.require('placements', placementId), place, clock.now()),
  );
};

/** Gives an entry a summary of its own, or (null) the resource's again. */
export const updatePlacement = async (
  { datastore, clock }: Needs,
  { placementId, summary }: ParsedInputOf<'placements.update'>,
): Promise<void> => {
  const title = titleOf(datastore, datastore.require('placements', placementId));
  await datastore.commit(changeLabel('placement.summary', { title }), (reader) => {
    const placement = reader.require('placements', placementId);
    const ops = editOps('placements', placement, { summary });
    return ops.length === 0 ? [] : [...ops, ...touchTopic(reader, placement.topicId, clock.now())];
  });
};

/** Takes a resource out of a topic; it stays in the library, and undo brings the place back. */
export const removePlacement = async (
  { datastore, clock }: Needs,
  { placementId }: ParsedInputOf<'placements.remove'>,
): Promise<void> => {
  const { topicId, ...found } = datastore.require('placements', placementId);
  const title = titleOf(datastore, { topicId, ...found });
  const topic = datastore.require('topics', topicId).title;
  await datastore.commit(changeLabel('placement.remove', { title, topic }), (reader) => {
    const placement = reader.require('placements', placementId);
    return [deleteOp('placements', placement), ...touchTopic(reader, placement.topicId, clock.now())];
  });
};
