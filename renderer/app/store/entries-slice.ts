import { stillPicked } from '#renderer/features/board/pick-entries.ts';
import type { Board, Entry } from '#shared/contract/views.ts';
import type { PlacementId } from '#shared/model/ids.ts';
import type { EntriesSlice, KnownEntry } from './state.ts';
import type { SliceTools } from './tools.ts';

/** As many as are asked for at once. */
const mostAtOnce = 200;

/** The entry as it was, when nothing about it changed: what shows it need not be drawn again. */
const kept = (before: KnownEntry | undefined, entry: Entry): Entry =>
  before && JSON.stringify(before.entry) === JSON.stringify(entry) ? before.entry : entry;

/** What is known of the entries of the open board: a long one brings only its first ones along. */
export const createEntriesSlice = ({ api, get, set }: SliceTools): EntriesSlice => {
  const asked = new Set<PlacementId>();

  const know = (entries: readonly Entry[], boardVersion: number, from = get().entries) => {
    const next = new Map(from);
    for (const entry of entries) {
      next.set(entry.placementId, { entry: kept(from.get(entry.placementId), entry), boardVersion });
    }
    return next;
  };

  const fetchEntries = async (placementIds: PlacementId[]) => {
    const { boardVersion } = get();
    try {
      const entries = await api.call('topics.entries', { placementIds });
      set({ entries: know(entries, boardVersion) });
    } catch {
      // The core is away, which the top bar tells; the next look asks again.
    } finally {
      for (const id of placementIds) asked.delete(id);
    }
  };

  const showBoard = (board: Board) => {
    const boardVersion = get().boardVersion + 1;
    const isOther = get().board?.topic.id !== board.topic.id;
    const inline = board.sections.flatMap((part) => part.entries);
    const entries = know(inline, boardVersion, isOther ? new Map() : get().entries);
    set({ board, boardVersion, entries });
    const selection = stillPicked(board, get().selection, (id) => entries.get(id)?.entry);
    if (selection !== get().selection) set({ selection });
  };

  return {
    entries: new Map(),
    boardVersion: 0,
    showBoard,
    wantEntries: (ids) => {
      const { entries, boardVersion } = get();
      const wanted = ids.filter((id) => !asked.has(id) && entries.get(id)?.boardVersion !== boardVersion);
      for (const id of wanted) asked.add(id);
      for (let at = 0; at < wanted.length; at += mostAtOnce)
        void fetchEntries(wanted.slice(at, at + mostAtOnce));
    },
  };
};
