import { useState } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ViewFrame } from '#renderer/ui/ViewFrame.tsx';
import { BackupComparison, type RestoreTarget } from './BackupComparison.tsx';
import { BackupList } from './BackupList.tsx';
import { useBackupWords } from './use-backup-words.ts';
import { useBackups, type Backup } from './use-backups.ts';

const useTools = () =>
  useApp((state) => ({
    mutate: state.mutate,
    notify: state.notify,
    notifyUndoable: state.notifyUndoable,
  }));

/** The library as it was at other times: compared with what it is now, and brought back, whole or one topic. */
export const BackupsView = () => {
  const t = useT();
  const words = useBackupWords();
  const { mutate, notify, notifyUndoable } = useTools();
  const { list, refresh } = useBackups();
  const [open, setOpen] = useState<Backup | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const takeOne = async () => {
    setIsBusy(true);
    const outcome = await mutate('backups.create', {});
    if (outcome.ok) {
      await refresh();
      notify({
        tone: 'done',
        text: { key: 'backups.taken', values: { time: words.time(outcome.value.at) } },
      });
    }
    setIsBusy(false);
  };

  const restore = async (target: RestoreTarget) => {
    if (!open) return;
    setIsBusy(true);
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
    setIsBusy(false);
  };

  return (
    <ViewFrame
      title={t('view.backups')}
      lead={t('backups.lead')}
      actions={
        <Button isDisabled={isBusy} onPress={() => void takeOne()}>
          {t('backups.take')}
        </Button>
      }
    >
      {list?.length === 0 ? <EmptyState title={t('backups.none')} text={t('backups.none-text')} /> : null}
      {list && list.length > 0 ? (
        <BackupList backups={list} open={open?.name ?? null} onCompare={setOpen} />
      ) : null}
      {open ? (
        <BackupComparison backup={open} isBusy={isBusy} onRestore={(target) => void restore(target)} />
      ) : null}
    </ViewFrame>
  );
};
