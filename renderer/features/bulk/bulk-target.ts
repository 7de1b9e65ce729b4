import { manyChosen, type FoundSelection } from '#renderer/app/selection.ts';
import type { AppState } from '#renderer/app/store/state.ts';
import { pickedIds } from '#renderer/features/board/pick-entries.ts';
import type { BulkTarget } from '#shared/contract/bulk.ts';

/** A great many results as bulk work is told of them. */
export const foundTarget = ({
  query,
  sort,
  descending,
  stretch,
  ...few
}: FoundSelection): Extract<BulkTarget, { kind: 'search' }> => ({
  kind: 'search',
  query,
  sort,
  descending,
  between: stretch ? [...stretch.ends] : null,
  except: [...few.except],
  also: [...few.also],
});

/** What bulk work would be about: what is selected on the board or elsewhere; null when that is no resource. */
export const bulkTarget = ({
  board,
  selection,
}: Pick<AppState, 'board' | 'selection'>): BulkTarget | null => {
  if (selection.kind === 'resources' && selection.resourceIds.length > 0) {
    return { kind: 'resources', resourceIds: [...selection.resourceIds] };
  }
  if (selection.kind === 'found') return foundTarget(selection);
  const placementIds = pickedIds(board, selection);
  if (placementIds.length > 0) return { kind: 'placements', placementIds };
  return selection.kind === 'resource' ? { kind: 'resources', resourceIds: [selection.resourceId] } : null;
};

/** Whether there is anything for bulk work, without looking it up: buttons ask this whenever something changes. */
export const hasBulkTarget = ({ selection }: Pick<AppState, 'selection'>): boolean =>
  manyChosen(selection) !== null || selection.kind === 'resource';

/** How many resources or entries a target names; null for those that are not named one by one. */
export const targetCount = (target: BulkTarget): number | null => {
  if (target.kind === 'resources') return target.resourceIds.length;
  return target.kind === 'placements' ? target.placementIds.length : null;
};
