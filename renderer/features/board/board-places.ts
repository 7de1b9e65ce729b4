import type { Board, BoardSection, Entry } from '#shared/contract/views.ts';
import type { PlacementId, SectionId } from '#shared/model/ids.ts';
import type { Selection } from '#renderer/app/selection.ts';

/** Where an entry stands on the board as shown. */
export type EntryPlace = {
  readonly sectionIndex: number;
  readonly section: BoardSection;
  readonly index: number;
  readonly entry: Entry;
};

/** Finds an entry, in the section asked for if it is shown there: a live section also shows what stands elsewhere. */
export const findEntry = (
  board: Board,
  placementId: PlacementId,
  sectionId?: SectionId,
): EntryPlace | null => {
  const places = board.sections.flatMap((section, sectionIndex) =>
    section.entries.flatMap((entry, index) =>
      entry.placementId === placementId ? [{ sectionIndex, section, index, entry }] : [],
    ),
  );
  return places.find(({ section }) => section.section.id === sectionId) ?? places[0] ?? null;
};

/** The place of what is selected; null when that is no entry of this board. */
export const selectedPlace = (board: Board | null, selection: Selection): EntryPlace | null =>
  board && selection.kind === 'resource' && selection.placementId
    ? findEntry(board, selection.placementId, selection.sectionId)
    : null;

/** Selects an entry in a section. */
export const entrySelection = (entry: Entry, sectionId: SectionId): Selection => ({
  kind: 'resource',
  resourceId: entry.resourceId,
  placementId: entry.placementId,
  sectionId,
});
