import { focusRow } from '#renderer/app/focus-row.ts';
import type { AppStore } from '#renderer/app/store/create-store.ts';
import type { BoardSection } from '#shared/contract/views.ts';
import type { PlacementId, SectionId, TopicId } from '#shared/model/ids.ts';
import { entrySelection, selectedPlace, type EntryPlace } from './board-places.ts';

/** Says why a live section cannot be arranged, and offers to take over its order as it is now. */
export const explainLiveOrder = (store: AppStore, { section }: BoardSection): void => {
  const { topicId, mutate, notify } = store.getState();
  if (!topicId) return;
  notify({
    tone: 'info',
    text: { key: 'section.live-order', values: { title: section.title } },
    action: {
      labelKey: 'section.by-hand',
      run: () =>
        void mutate('sections.update', { topicId, sectionId: section.id, patch: { kind: 'curated' } }),
    },
  });
};

/** Moves an entry to a place of the open board and says where it is now. */
export const placeEntry = async (
  store: AppStore,
  placementId: PlacementId,
  target: { readonly sectionId: SectionId; readonly beforeId: PlacementId | null },
): Promise<boolean> => {
  const { topicId, mutate } = store.getState();
  if (!topicId) return false;
  const outcome = await mutate('placements.move', { placementId, topicId, ...target });
  return outcome.ok;
};

const inSection = (board: ReturnType<AppStore['getState']>['board'], sectionId: SectionId) =>
  board?.sections.find(({ section }) => section.id === sectionId);

/** Says where an entry has landed: above or below its neighbor, and how far down. */
export const announcePlace = (store: AppStore, placementId: PlacementId, sectionId: SectionId): void => {
  const { board, announce } = store.getState();
  const entries = inSection(board, sectionId)?.entries ?? [];
  const index = entries.findIndex((entry) => entry.placementId === placementId);
  const [below, above] = [entries[index + 1], entries[index - 1]];
  const where = { position: index + 1, count: entries.length };
  if (index === -1) return;
  if (below) announce('move.above', { title: below.title, ...where });
  else if (above) announce('move.below', { title: above.title, ...where });
  else announce('move.only', { section: inSection(board, sectionId)?.section.title ?? '' });
};

/** Moves the selected entry one place up or down in its section. */
export const stepEntry = async (store: AppStore, by: -1 | 1): Promise<void> => {
  const { board, selection, announce } = store.getState();
  const place = selectedPlace(board, selection);
  if (!place) return;
  const { section, index, entry } = place;
  if (section.section.kind === 'live') return explainLiveOrder(store, section);
  const passed = section.entries[index + by];
  if (!passed) return announce('move.cannot');
  const sectionId = section.section.id;
  const beforeId = by === -1 ? passed.placementId : (section.entries[index + 2]?.placementId ?? null);
  const moved = await placeEntry(store, entry.placementId, { sectionId, beforeId });
  const values = { title: passed.title, position: index + by + 1, count: section.entries.length };
  if (moved) announce(by === -1 ? 'move.above' : 'move.below', values);
  focusRow('entries', entry.placementId, sectionId);
};

/** Moves the selected entry to the end of the section before or to the top of the section after its own. */
export const entryToNextSection = async (store: AppStore, by: -1 | 1): Promise<void> => {
  const { board, selection, announce, select } = store.getState();
  const place = selectedPlace(board, selection);
  const target = place ? board?.sections[place.sectionIndex + by] : undefined;
  if (!place) return;
  if (!target) return announce('move.cannot');
  const { section } = target;
  const first = section.kind === 'curated' && by === 1 ? target.entries[0] : undefined;
  const beforeId = first && first.placementId !== place.entry.placementId ? first.placementId : null;
  const moved = await placeEntry(store, place.entry.placementId, { sectionId: section.id, beforeId });
  if (!moved) return;
  select(entrySelection(place.entry, section.id));
  announce('move.to-section', { section: section.title });
  focusRow('entries', place.entry.placementId, section.id);
};

/** Moves an entry last into the first section of a topic, for drops onto the tree. */
export const moveEntryToTopic = async (
  store: AppStore,
  placementId: PlacementId,
  topicId: TopicId,
): Promise<void> => {
  const { tree, mutate, announce } = store.getState();
  const topic = tree?.find((each) => each.id === topicId);
  const board = await store.api.call('topics.board', { topicId });
  const sectionId = board.sections[0]?.section.id;
  if (!topic || !sectionId) return;
  const outcome = await mutate('placements.move', { placementId, topicId, sectionId, beforeId: null });
  if (outcome.ok) announce('move.into', { title: topic.title });
};

/** Puts selection and focus on the neighbor of an entry that is about to leave. Call before it leaves. */
export const leaveTo = (store: AppStore, place: EntryPlace): (() => void) => {
  const { section, index } = place;
  const neighbor = section.entries[index + 1] ?? section.entries[index - 1];
  return () => {
    if (neighbor) store.getState().select(entrySelection(neighbor, section.section.id));
    else store.getState().select({ kind: 'topic' });
    if (neighbor) focusRow('entries', neighbor.placementId, section.section.id);
    else document.querySelector<HTMLElement>(`[data-section-id="${section.section.id}"] input`)?.focus();
  };
};
