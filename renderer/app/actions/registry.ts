import { backupActions } from '#renderer/features/backups/backup-actions.ts';
import { entryActions } from '#renderer/features/board/entry-actions.ts';
import { boardActions } from '#renderer/features/board/board-actions.ts';
import { heroActions } from '#renderer/features/board/hero-actions.ts';
import { bulkActions } from '#renderer/features/bulk/bulk-actions.ts';
import { captureActions } from '#renderer/features/capture/capture-actions.ts';
import { guideActions } from '#renderer/features/guide/guide-actions.ts';
import { duplicateActions } from '#renderer/features/duplicates/duplicate-actions.ts';
import { historyActions } from '#renderer/features/history/history-actions.ts';
import { imageActions } from '#renderer/features/images/image-actions.ts';
import { importActions } from '#renderer/features/imports/import-actions.ts';
import { rightsActions } from '#renderer/features/rights/rights-actions.ts';
import { listActions } from '#renderer/features/search/list-actions.ts';
import { searchActions } from '#renderer/features/search/search-actions.ts';
import { sharingActions } from '#renderer/features/sharing/sharing-actions.ts';
import { templateActions } from '#renderer/features/templates/template-actions.ts';
import { trashActions } from '#renderer/features/library/trash-actions.ts';
import { topicActions } from '#renderer/features/topics/topic-actions.ts';
import type { AppStore } from '../store/create-store.ts';
import { appActions } from './app-actions.ts';
import type { Action } from './action.ts';

/** Every action there is. A feature adds its own list here. */
export const actions: readonly Action[] = [
  ...topicActions,
  ...templateActions,
  ...boardActions,
  ...heroActions,
  ...entryActions,
  ...bulkActions,
  ...imageActions,
  ...rightsActions,
  ...captureActions,
  ...importActions,
  ...sharingActions,
  ...searchActions,
  ...listActions,
  ...historyActions,
  ...duplicateActions,
  ...backupActions,
  ...trashActions,
  ...appActions,
  ...guideActions,
];

/** The action with this id, or null. */
export const findAction = (id: string): Action | null => actions.find((action) => action.id === id) ?? null;

/** Runs an action by id, if it is there and available. Answers whether it ran. */
export const runAction = (store: AppStore, id: string): boolean => {
  const action = findAction(id);
  if (!action?.isAvailable(store.getState())) return false;
  void action.run(store);
  return true;
};
