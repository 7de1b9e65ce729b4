import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { TrashedThing } from './TrashRow.tsx';

/** What is to go for good: one thing, or (null) all of it. `index` is the row the focus goes to afterwards. */
export type PurgeTarget = {
  readonly entry: TrashedThing | null;
  readonly index: number;
  readonly count: number;
};

type PurgeDialogProps = {
  readonly target: PurgeTarget;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Asks before deleting for good: the one thing here that undo cannot mend. */
export const PurgeDialog = ({ target, onConfirm, onClose }: PurgeDialogProps) => {
  const t = useT();
  const { entry, count } = target;
  return (
    <Dialog
      title={entry ? t('trash.purge-title', { title: entry.title }) : t('trash.empty-title')}
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
