import { useApp } from '#renderer/app/store/use-app.ts';
import { entryOf } from '#renderer/features/board/board-places.ts';
import type { BulkTarget } from '#shared/contract/bulk.ts';

/** The title of the only entry that a target names; blank where it names several or what is not on the board. */
export const useTargetTitle = (target: BulkTarget): string =>
  useApp((state) => {
    if (target.kind === 'placements' && target.placementIds.length === 1)
      return entryOf(state, target.placementIds[0])?.title ?? '';
    const only =
      target.kind === 'resources' && target.resourceIds.length === 1 ? target.resourceIds[0] : null;
    const known = only
      ? [...state.entries.values()].find(({ entry }) => entry.resourceId === only)
      : undefined;
    return known?.entry.title ?? '';
  });
