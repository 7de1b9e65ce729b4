import type { EntryRowKey, Selection } from '#renderer/app/selection.ts';
import type { Board, Entry } from '#shared/contract/views.ts';
import { placementIdSchema, sectionIdSchema, type PlacementId, type SectionId } from '#shared/model/ids.ts';
import { entrySelection } from './board-places.ts';
import type { PickMode } from '#renderer/ui/rows/use-row-input.ts';

/** Names an entry as a section shows it. */
export const rowKey = (sectionId: SectionId, placementId: PlacementId): EntryRowKey =>
  `${sectionId}/${placementId}`;

/** The section and the placement that a row's key is made of. */
export const fromRowKey = (key: EntryRowKey): { sectionId: SectionId; placementId: PlacementId } => {
  const [sectionId, placementId] = key.split('/');
  return { sectionId: sectionIdSchema.parse(sectionId), placementId: placementIdSchema.parse(placementId) };
};

/** Every row of the board, in the order shown. */
export const boardRows = (board: Board): EntryRowKey[] =>
  board.sections.flatMap(({ section, entryIds }) => entryIds.map((id) => rowKey(section.id, id)));

/** The rows that are chosen. */
export const pickedRows = (selection: Selection): ReadonlySet<EntryRowKey> => {
  if (selection.kind === 'entries') return selection.rows;
  const { placementId, sectionId } = selection.kind === 'resource' ? selection : {};
  return new Set(placementId && sectionId ? [rowKey(sectionId, placementId)] : []);
};

const anchorOf = (selection: Selection): EntryRowKey | null =>
  selection.kind === 'entries' ? selection.anchor : ([...pickedRows(selection)][0] ?? null);

const sectionOf = (row: EntryRowKey): string => row.slice(0, row.indexOf('/'));

/** Where Tab leads into a section: to the row that was chosen last, if it stands there. */
export const entranceOf = (selection: Selection, sectionId: SectionId): PlacementId | null => {
  const row = anchorOf(selection);
  return row !== null && sectionOf(row) === sectionId ? fromRowKey(row).placementId : null;
};

const inOrder = <Item>(items: readonly Item[], a: Item, b: Item): readonly Item[] => {
  const [from, to] = [items.indexOf(a), items.indexOf(b)].toSorted((x, y) => x - y) as [number, number];
  return items.slice(Math.max(0, from), to + 1);
};

const between = (board: Board, a: EntryRowKey, b: EntryRowKey): readonly EntryRowKey[] => {
  const part = board.sections.find(({ section }) => section.id === sectionOf(a));
  if (!part || sectionOf(a) !== sectionOf(b)) return inOrder(boardRows(board), a, b);
  // Within one section, which may be a long one, only what is between is looked at.
  const ids = inOrder(part.entryIds, fromRowKey(a).placementId, fromRowKey(b).placementId);
  return ids.map((id) => rowKey(part.section.id, id));
};

type EntryOf = (id: PlacementId) => Entry | undefined;

/** Rows as a selection: one that is known becomes its resource, none the topic. */
export const toSelection = (
  rows: ReadonlySet<EntryRowKey>,
  anchor: EntryRowKey,
  entryOf: EntryOf,
): Selection => {
  const [first] = rows;
  if (first === undefined) return { kind: 'topic' };
  if (rows.size > 1) return { kind: 'entries', rows, anchor };
  const { sectionId, placementId } = fromRowKey(first);
  const entry = entryOf(placementId);
  return entry ? entrySelection(entry, sectionId) : { kind: 'entries', rows, anchor };
};

const toggled = (picked: ReadonlySet<EntryRowKey>, row: EntryRowKey): ReadonlySet<EntryRowKey> => {
  const rows = new Set(picked);
  if (!rows.delete(row)) rows.add(row);
  // The last one stays: there is always something for the inspector to show.
  return rows.size === 0 ? picked : rows;
};

/** All of the section; all of the board when the section is chosen whole already. */
const widened = (board: Board, picked: ReadonlySet<EntryRowKey>, row: EntryRowKey): EntryRowKey[] => {
  const all = boardRows(board);
  const own = all.filter((other) => other.startsWith(`${sectionOf(row)}/`));
  return own.every((other) => picked.has(other)) ? all : own;
};

type Picked = { readonly board: Board; readonly selection: Selection; readonly entryOf: EntryOf };

/** The selection after a row was chosen in one of the ways a list knows. */
export const pick = ({ board, selection, entryOf }: Picked, row: EntryRowKey, mode: PickMode): Selection => {
  const picked = pickedRows(selection);
  const anchor = anchorOf(selection) ?? row;
  switch (mode) {
    case 'only':
      return toSelection(new Set([row]), row, entryOf);
    case 'toggle':
      return toSelection(toggled(picked, row), row, entryOf);
    case 'range':
      return toSelection(new Set(between(board, anchor, row)), anchor, entryOf);
    case 'all':
      return toSelection(new Set(widened(board, picked, row)), anchor, entryOf);
  }
};

/** The entries that are chosen, each once, in the order shown. */
export const pickedIds = (board: Board | null, selection: Selection): PlacementId[] => {
  const rows = pickedRows(selection);
  if (!board || rows.size === 0) return [];
  const ids = board.sections.flatMap(({ section, entryIds }) =>
    entryIds.filter((id) => rows.has(rowKey(section.id, id))),
  );
  return [...new Set(ids)];
};

/** What is left of a selection on the board as it is now. */
export const stillPicked = (board: Board, selection: Selection, entryOf: EntryOf): Selection => {
  if (selection.kind !== 'entries') return selection;
  const there = new Set(boardRows(board));
  const rows = [...selection.rows].filter((row) => there.has(row));
  if (rows.length === selection.rows.size) return selection;
  return toSelection(new Set(rows), selection.anchor, entryOf);
};
