import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';

type PurgeDialogProps = {
  /** What is to go for good; null: all there is. */
  readonly title: string | null;
  readonly count: number;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Asks before deleting for good: the one thing here that undo cannot mend. */
export const PurgeDialog = ({ title, count, onConfirm, onClose }: PurgeDialogProps) => {
  const t = useT();
  return (
    <Dialog
      title={title === null ? t('trash.empty-title') : t('trash.purge-title', { title })}
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {t('trash.keep')}
          </Button>
          <Button look="danger" onPress={onConfirm}>
            {t('trash.purge-do')}
          </Button>
        </>
      }
    >
      <p>{t('trash.purge-text', { count })}</p>
    </Dialog>
  );
};
