import type { AppState } from '#renderer/app/store/state.ts';
import type { Selection } from '#renderer/app/selection.ts';
import type { BoardSection, Entry } from '#shared/contract/views.ts';
import type { PlacementId, SectionId } from '#shared/model/ids.ts';

/** Where an entry stands on the board as shown. */
export type EntryPlace = {
  readonly sectionIndex: number;
  readonly section: BoardSection;
  readonly index: number;
  readonly entry: Entry;
};

type Known = Pick<AppState, 'board' | 'entries'>;

/** What is known of an entry; undefined for one of a long board that was not in sight yet. */
export const entryOf = (
  { entries }: Pick<AppState, 'entries'>,
  id: PlacementId | undefined,
): Entry | undefined => (id === undefined ? undefined : entries.get(id)?.entry);

/** Finds an entry, in the section asked for if it is shown there: a live section also shows what stands elsewhere. */
export const findEntry = (
  { board, entries }: Known,
  placementId: PlacementId,
  sectionId?: SectionId,
): EntryPlace | null => {
  const entry = entryOf({ entries }, placementId);
  if (!entry) return null;
  const places = (board?.sections ?? []).flatMap((section, sectionIndex) => {
    const index = section.entryIds.indexOf(placementId);
    return index < 0 ? [] : [{ sectionIndex, section, index, entry }];
  });
  return places.find(({ section }) => section.section.id === sectionId) ?? places[0] ?? null;
};

/** The place of what is selected; null when that is no entry of this board, or several of them. */
export const selectedPlace = (state: Known & { readonly selection: Selection }): EntryPlace | null =>
  state.selection.kind === 'resource' && state.selection.placementId
    ? findEntry(state, state.selection.placementId, state.selection.sectionId)
    : null;

/** Selects an entry in a section. */
export const entrySelection = (
  entry: Pick<Entry, 'resourceId' | 'placementId'>,
  sectionId: SectionId,
): Selection => ({
  kind: 'resource',
  resourceId: entry.resourceId,
  placementId: entry.placementId,
  sectionId,
});
