import type { AppStore } from '#renderer/app/store/create-store.ts';
import { callBulk } from '#renderer/features/bulk/call-bulk.ts';
import type { BulkTarget } from '#shared/contract/bulk.ts';
import type { BoardSection } from '#shared/contract/views.ts';
import type { PlacementId, TopicId } from '#shared/model/ids.ts';
import type { Dragged } from './dragged-entry.ts';
import { explainLiveOrder, putEntries, tellPlaced } from './move-entries.ts';

type OnSection = {
  readonly part: BoardSection;
  readonly beforeId: PlacementId | null;
  /** With Ctrl or Alt held: it also stays where it is. */
  readonly isCopy: boolean;
};

const targetOf = (dragged: Dragged): BulkTarget => {
  if (dragged.kind === 'found') return dragged.target;
  return dragged.kind === 'entries'
    ? { kind: 'placements', placementIds: [...dragged.placementIds] }
    : { kind: 'resources', resourceIds: [...dragged.resourceIds] };
};

const isFromHere = ({ part }: OnSection, dragged: Dragged): boolean =>
  dragged.kind === 'entries' && dragged.placementIds.every((id) => part.entryIds.includes(id));

/** Puts what was dropped onto a section of the open board there. */
export const dropOnSection = async (store: AppStore, dragged: Dragged, on: OnSection): Promise<void> => {
  const { topicId } = store.getState();
  const { section } = on.part;
  if (!topicId) return;
  const place = { topicId, sectionId: section.id, beforeId: on.beforeId };
  if (dragged.kind !== 'entries') {
    const report = await callBulk(store, 'bulk.show', { target: targetOf(dragged), ...place });
    if (report) tellPlaced(store, { key: 'bulk.shown', report, place: section.title });
    return;
  }
  if (section.kind === 'live' && isFromHere(on, dragged)) return explainLiveOrder(store, on.part);
  await putEntries(store, dragged.placementIds, { sectionId: section.id, beforeId: on.beforeId });
};

/** Puts what was dropped onto a topic of the tree into its first section. */
export const dropOnTopic = async (
  store: AppStore,
  dragged: Dragged,
  topicId: TopicId,
  isCopy = false,
): Promise<void> => {
  const topic = store.getState().tree?.find((each) => each.id === topicId);
  if (!topic) return;
  const place = { topicId, sectionId: null, beforeId: null };
  const isMove = dragged.kind === 'entries' && !isCopy;
  const report = isMove
    ? await callBulk(store, 'bulk.move', { placementIds: [...dragged.placementIds], ...place })
    : await callBulk(store, 'bulk.show', { target: targetOf(dragged), ...place });
  if (report) tellPlaced(store, { key: isMove ? 'bulk.moved' : 'bulk.shown', report, place: topic.title });
};
