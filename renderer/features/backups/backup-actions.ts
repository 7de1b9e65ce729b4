import { DatabaseBackup, HardDriveDownload } from 'lucide-react';
import type { Action } from '#renderer/app/actions/action.ts';
import type { AppStore } from '#renderer/app/store/create-store.ts';
import { withRegion } from '#renderer/i18n/languages.ts';
import { backupTime } from './use-backup-words.ts';

const take = async (store: AppStore): Promise<void> => {
  const { mutate, notify } = store.getState();
  const setBusy = (isBusy: boolean, more: 0 | 1) =>
    store.setState(({ backups: { taken } }) => ({ backups: { isBusy, taken: taken + more } }));
  setBusy(true, 0);
  const outcome = await mutate('backups.create', {});
  setBusy(false, outcome.ok ? 1 : 0);
  if (!outcome.ok) return;
  const locale = withRegion(document.documentElement.lang, navigator.languages);
  const time = backupTime(outcome.value.at, locale);
  notify({ tone: 'done', text: { key: 'backups.taken', values: { time } } });
};

/** The backups of the library: the way to them, and another one. */
export const backupActions: readonly Action[] = [
  {
    id: 'view.backups',
    labelKey: 'view.backups',
    icon: DatabaseBackup,
    scope: 'everywhere',
    isAvailable: () => true,
    run: (store) => store.getState().showView('backups'),
  },
  {
    id: 'backups.take',
    labelKey: 'backups.take',
    icon: HardDriveDownload,
    scope: 'everywhere',
    isAvailable: ({ backups }) => !backups.isBusy,
    run: take,
  },
];
