import { focusRow } from '#renderer/app/focus-row.ts';
import type { AppStore } from '#renderer/app/store/create-store.ts';
import type { NoticeText } from '#renderer/app/store/state.ts';
import { callBulk } from '#renderer/features/bulk/call-bulk.ts';
import type { MessageKey } from '#renderer/i18n/i18n.ts';
import type { BulkReport } from '#shared/contract/bulk.ts';
import type { BoardSection } from '#shared/contract/views.ts';
import type { PlacementId, SectionId } from '#shared/model/ids.ts';
import { entryOf } from './board-places.ts';
import { planEdge, planStep, type MovePlan } from './move-plan.ts';
import { fromRowKey, pickedIds, pickedRows, rowKey, toSelection } from './pick-entries.ts';

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

type Place = { readonly sectionId: SectionId; readonly beforeId: PlacementId | null };

/** Moves entries to a place of the open board; answers what became of it, null when it failed. */
export const moveEntries = async (
  store: AppStore,
  placementIds: readonly PlacementId[],
  place: Place,
): Promise<BulkReport | null> => {
  const { topicId } = store.getState();
  if (!topicId || placementIds.length === 0) return null;
  return callBulk(store, 'bulk.move', { placementIds: [...placementIds], topicId, ...place });
};

const partOf = (store: AppStore, sectionId: SectionId): BoardSection | undefined =>
  store.getState().board?.sections.find(({ section }) => section.id === sectionId);

/** Where entries have landed, in words: above or below a neighbor, and how far down. */
const landed = (store: AppStore, ids: readonly PlacementId[], sectionId: SectionId): NoticeText => {
  const part = partOf(store, sectionId);
  const order = part?.entryIds ?? [];
  const index = order.indexOf(ids[0] as PlacementId);
  const section = part?.section.title ?? '';
  const titleAt = (at: number) => entryOf(store.getState(), order[at])?.title;
  const [below, above] = [titleAt(index + ids.length), titleAt(index - 1)];
  const where = { position: index + 1, count: order.length };
  if (ids.length > 1) return { key: 'move.many', values: { ...where, moved: ids.length, section } };
  if (index < 0 || order.length === 1) return { key: 'move.only', values: { section } };
  if (below) return { key: 'move.above', values: { title: below, ...where } };
  if (above) return { key: 'move.below', values: { title: above, ...where } };
  return { key: 'move.to-section', values: { section } };
};

/** Selects entries where they stand now, and puts the focus on the first. */
const follow = (store: AppStore, ids: readonly PlacementId[], sectionId: SectionId): void => {
  const [first] = ids;
  if (first === undefined) return;
  const state = store.getState();
  const rows = new Set(ids.map((id) => rowKey(sectionId, id)));
  state.select(toSelection(rows, rowKey(sectionId, first), (id) => entryOf(state, id)));
  focusRow('entries', first, sectionId);
};

/** Moves entries to a place of the open board, tells where they are now, and offers to take that back. */
export const putEntries = async (
  store: AppStore,
  ids: readonly PlacementId[],
  place: Place,
): Promise<void> => {
  const before = store.getState().history.undo?.changeId;
  const report = await moveEntries(store, ids, place);
  if (!report) return;
  follow(store, ids, place.sectionId);
  const text = landed(store, ids, place.sectionId);
  const hasChanged = store.getState().history.undo?.changeId !== before;
  if (hasChanged) store.getState().notifyUndoable(text);
  else if ('key' in text && 'values' in text) store.getState().announce(text.key, text.values);
};

type Told = { readonly key: MessageKey; readonly report: BulkReport; readonly place: string };

/** Tells how many came to a place and how many stood there already, and offers to take it back. */
export const tellPlaced = (store: AppStore, { key, report, place }: Told): void => {
  const { changed: count, unchanged } = report;
  const text: NoticeText = { key, values: { count, unchanged, place } };
  if (count > 0) store.getState().notifyUndoable(text);
  else store.getState().notify({ tone: 'info', text });
};

type Chosen = { readonly ids: readonly PlacementId[]; readonly part: BoardSection; readonly at: number };

/** What is chosen, with the section that its first entry is chosen in. */
const chosen = (store: AppStore): Chosen | null => {
  const { board, selection } = store.getState();
  const [row] = pickedRows(selection);
  const ids = pickedIds(board, selection);
  if (!board || row === undefined || ids.length === 0) return null;
  const { sectionId } = fromRowKey(row);
  const at = board.sections.findIndex(({ section }) => section.id === sectionId);
  const part = board.sections[at];
  return part ? { ids, part, at } : null;
};

/** Focus stays on the entry it was on: the one that moved. */
const focusedId = (ids: readonly PlacementId[]): PlacementId | undefined => {
  const key = document.activeElement?.closest('[data-key]')?.getAttribute('data-key');
  return ids.find((id) => id === key) ?? ids[0];
};

const runPlan = async (
  store: AppStore,
  { ids, part }: Chosen,
  { beforeId, passed, index }: MovePlan,
  by: -1 | 1,
): Promise<void> => {
  const sectionId = part.section.id;
  const title = entryOf(store.getState(), passed ?? undefined)?.title;
  const back = focusedId(ids);
  const report = await moveEntries(store, ids, { sectionId, beforeId });
  const values = { position: index + 1, count: part.entryIds.length };
  const { announce } = store.getState();
  if (report && ids.length > 1) {
    announce('move.many', { ...values, moved: ids.length, section: part.section.title });
  } else if (report && title) announce(by === -1 ? 'move.above' : 'move.below', { title, ...values });
  else if (report) announce('move.place', values);
  if (back) focusRow('entries', back, sectionId);
};

/** Moves what is chosen one place up or down in its section. */
export const stepEntry = async (store: AppStore, by: -1 | 1): Promise<void> => {
  const what = chosen(store);
  if (!what) return;
  if (what.part.section.kind === 'live') return explainLiveOrder(store, what.part);
  const plan = planStep(what.part.entryIds, what.ids, by);
  if (!plan) return store.getState().announce('move.cannot');
  await runPlan(store, what, plan, by);
};

/** Moves what is chosen to the end of the section before, or to the top of the section after its own. */
export const entryToNextSection = async (store: AppStore, by: -1 | 1): Promise<void> => {
  const what = chosen(store);
  const target = what ? store.getState().board?.sections[what.at + by] : undefined;
  if (!what) return;
  if (!target) return store.getState().announce('move.cannot');
  const { section, entryIds } = target;
  const beforeId = section.kind === 'curated' && by === 1 ? (entryIds[0] ?? null) : null;
  const report = await moveEntries(store, what.ids, { sectionId: section.id, beforeId });
  if (!report) return;
  follow(store, what.ids, section.id);
  store.getState().notifyUndoable({ key: 'move.to-section', values: { section: section.title } });
};

/** Moves what is chosen to the first or last place of its section, and from there on to the next section. */
export const entryToEdge = async (store: AppStore, by: -1 | 1): Promise<void> => {
  const what = chosen(store);
  if (!what) return;
  const plan =
    what.part.section.kind === 'live'
      ? null
      : planEdge(what.part.entryIds, what.ids, by === -1 ? 'first' : 'last');
  if (!plan) return entryToNextSection(store, by);
  await runPlan(store, what, plan, by);
};

/** Puts selection and focus on the neighbor of what is about to leave. Call before it leaves. */
export const leaveChosen = (store: AppStore): (() => void) => {
  const what = chosen(store);
  if (!what) return () => undefined;
  const { part, ids } = what;
  const leaving = new Set(ids);
  const last = part.entryIds.findLastIndex((id) => leaving.has(id));
  const after = part.entryIds.slice(last + 1).find((id) => !leaving.has(id));
  const neighbor = after ?? part.entryIds.slice(0, last).findLast((id) => !leaving.has(id));
  return () => {
    if (neighbor) return follow(store, [neighbor], part.section.id);
    store.getState().select({ kind: 'topic' });
    document.querySelector<HTMLElement>(`[data-section-id="${part.section.id}"] input`)?.focus();
  };
};
