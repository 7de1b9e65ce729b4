import type { CoreContext } from '#core/context.ts';
import type { Reader } from '#core/datastore/datastore.ts';
import { deleteOp, editOps, putOp } from '#core/datastore/ops.ts';
import { refusal } from '#core/refusal.ts';
import type { Op } from '#shared/model/change.ts';
import type { Instant } from '#shared/model/dates.ts';
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
import { movedOps, requireSection } from './placement-service.ts';
import { homeSection, placementsInSection } from './section-entries-service.ts';
import { touchTopic } from './topic-service.ts';

/** Where many are to stand: before that entry, or last; `sectionId` null: in the topic's first section. */
export type ManyPlace = {
  readonly topicId: TopicId;
  readonly sectionId: SectionId | null;
  readonly beforeId: PlacementId | null;
};

/** The ops of work on many, and how many it changes. */
export type ManyOps = { readonly ops: readonly Op[]; readonly changed: number };

const nothing: ManyOps = { ops: [], changed: 0 };

const touchAll = (reader: Reader, topicIds: Iterable<TopicId>, now: Instant): Op[] =>
  [...new Set(topicIds)].flatMap((topicId) => touchTopic(reader, topicId, now));

const resourcesIn = (reader: Reader, topicId: TopicId): Set<ResourceId> =>
  new Set([...reader.placementsInTopic(topicId)].map((id) => reader.require('placements', id).resourceId));

const refuseLiveOrder = ({ kind, title }: Section, isRefused: boolean): void => {
  if (kind === 'live' && isRefused) throw refusal('conflict', 'live-section-order', { title });
};

/** Where among `siblings` the place before `beforeId` is, when that entry itself may be one of those that go there. */
const indexAmong = (
  all: readonly Placement[],
  siblings: readonly Placement[],
  beforeId: PlacementId | null,
): number => {
  if (beforeId === null) return siblings.length;
  const from = all.findIndex(({ id }) => id === beforeId);
  if (from < 0) throw refusal('conflict', 'place-gone');
  const stays = new Set(siblings.map(({ id }) => id));
  const next = all.slice(from).find(({ id }) => stays.has(id));
  return next === undefined ? siblings.length : siblings.indexOf(next);
};

/** Those of `placementIds` that are there and may go to the topic: each resource stands in a topic once. */
const movable = (reader: Reader, placementIds: readonly PlacementId[], topic: Topic): Placement[] => {
  const there = resourcesIn(reader, topic.id);
  return [...new Set(placementIds)].flatMap((id) => {
    const placement = reader.tables.placements[id];
    if (placement === undefined) return [];
    if (placement.topicId === topic.id) return [placement];
    if (there.has(placement.resourceId)) return [];
    there.add(placement.resourceId);
    return [placement];
  });
};

const sameOrder = (all: readonly Placement[], next: readonly Placement[]): boolean =>
  all.length === next.length && all.every(({ id }, index) => id === next[index]?.id);

/** Moves entries, in the order given, to one place. Entries that stand where they would go make no ops. */
export const moveManyOps = (
  reader: Reader,
  placementIds: readonly PlacementId[],
  { topicId, sectionId, beforeId }: ManyPlace,
  now: Instant,
): ManyOps => {
  const topic = reader.require('topics', topicId);
  const section = requireSection(topic, sectionId);
  const wanted = movable(reader, placementIds, topic);
  const stands = ({ topicId: from, ...rest }: Placement) =>
    from === topicId && homeSection(topic, { topicId: from, ...rest }) === section.id;
  refuseLiveOrder(section, beforeId !== null || (wanted.length > 0 && wanted.every(stands)));
  // A live section orders itself, so what stands there already has nowhere to go.
  const moving = section.kind === 'live' ? wanted.filter((placement) => !stands(placement)) : wanted;
  if (moving.length === 0) return nothing;
  const leaving = new Set(moving.map(({ id }) => id));
  const all = placementsInSection(reader, topic, section.id);
  const siblings = all.filter(({ id }) => !leaving.has(id));
  const index = indexAmong(all, siblings, beforeId);
  if (sameOrder(all, siblings.toSpliced(index, 0, ...moving))) return nothing;
  const { positions, moved } = insertAt(siblings, index, moving.length);
  const edits = moving.flatMap((placement, at) =>
    editOps('placements', placement, {
      topicId,
      sectionId: section.id,
      position: positions[at] ?? placement.position,
    }),
  );
  const touched = touchAll(reader, [...moving.map((placement) => placement.topicId), topicId], now);
  return { ops: [...movedOps(siblings, moved), ...edits, ...touched], changed: moving.length };
};

/** A resource that is to stand somewhere, with the summary it has there (null: its own). */
export type ToPlace = { readonly resourceId: ResourceId; readonly summary: string | null };

/** Puts resources, in the order given, into one place. Those that stand in the topic already make no ops. */
export const placeManyOps = (
  reader: Reader,
  { clock, ids }: Pick<CoreContext, 'clock' | 'ids'>,
  resources: readonly ToPlace[],
  { topicId, sectionId, beforeId }: ManyPlace,
): ManyOps => {
  const topic = reader.require('topics', topicId);
  const section = requireSection(topic, sectionId);
  refuseLiveOrder(section, beforeId !== null);
  const there = resourcesIn(reader, topicId);
  const fresh = resources.filter(({ resourceId }) => !there.has(resourceId) && there.add(resourceId));
  if (fresh.length === 0) return nothing;
  const siblings = placementsInSection(reader, topic, section.id);
  const { positions, moved } = insertAt(siblings, indexAmong(siblings, siblings, beforeId), fresh.length);
  const createdAt = clock.now();
  const puts = fresh.map(({ resourceId, summary }, at) =>
    putOp('placements', {
      id: placementIdSchema.parse(ids.next()),
      topicId,
      sectionId: section.id,
      resourceId,
      position: positions[at] ?? '',
      summary,
      createdAt,
    }),
  );
  return {
    ops: [...movedOps(siblings, moved), ...puts, ...touchTopic(reader, topicId, createdAt)],
    changed: fresh.length,
  };
};

/** Takes entries out of their topics. Those that are gone already make no ops. */
export const takeOutOps = (reader: Reader, placementIds: readonly PlacementId[], now: Instant): ManyOps => {
  const leaving = [...new Set(placementIds)].flatMap((id) => reader.tables.placements[id] ?? []);
  const touched = touchAll(
    reader,
    leaving.map(({ topicId }) => topicId),
    now,
  );
  return {
    ops: [...leaving.map((placement) => deleteOp('placements', placement)), ...touched],
    changed: leaving.length,
  };
};
