import { useState } from 'react';
import { ActionButton } from '#renderer/app/actions/ActionButton.tsx';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ViewFrame } from '#renderer/ui/ViewFrame.tsx';
import { BackupComparison, type RestoreTarget } from './BackupComparison.tsx';
import { BackupList } from './BackupList.tsx';
import { useBackupWords } from './use-backup-words.ts';
import { useBackups, type Backup } from './use-backups.ts';

const useTools = () =>
  useApp((state) => ({
    mutate: state.mutate,
    notifyUndoable: state.notifyUndoable,
  }));

/** The library as it was at other times: compared with what it is now, and brought back, whole or one topic. */
export const BackupsView = () => {
  const t = useT();
  const words = useBackupWords();
  const { mutate, notifyUndoable } = useTools();
  const { list, refresh } = useBackups();
  const [open, setOpen] = useState<Backup | null>(null);
  const [isRestoring, setIsRestoring] = useState(false);
  const isTaking = useApp((state) => state.backups.isBusy);

  const restore = async (target: RestoreTarget) => {
    if (!open) return;
    setIsRestoring(true);
    const outcome = await mutate('backups.restore', { name: open.name, topicId: target?.topicId ?? null });
    if (outcome.ok) {
      await refresh();
      const time = words.time(open.at);
      notifyUndoable(
        target
          ? { key: 'backups.topic-restored', values: { title: target.title, time } }
          : { key: 'backups.restored', values: { time } },
      );
      // What was pressed may be gone with the difference it was for.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body)
          document.querySelector<HTMLElement>('[data-view-title]')?.focus();
      });
    }
    setIsRestoring(false);
  };

  return (
    <ViewFrame
      title={t('view.backups')}
      lead={t('backups.lead')}
      actions={<ActionButton action="backups.take" look="normal" />}
    >
      {list?.length === 0 ? <EmptyState title={t('backups.none')} text={t('backups.none-text')} /> : null}
      {list && list.length > 0 ? (
        <BackupList backups={list} open={open?.name ?? null} onCompare={setOpen} />
      ) : null}
      {open ? (
        <BackupComparison
          backup={open}
          isBusy={isRestoring || isTaking}
          onRestore={(target) => void restore(target)}
        />
      ) : null}
    </ViewFrame>
  );
};
