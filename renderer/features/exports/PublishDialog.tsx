import { useT } from '#renderer/i18n/use-t.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { TopicId } from '#shared/model/ids.ts';

type PublishDialogProps = { readonly topicIds: readonly TopicId[] | null; readonly onClose: () => void };

export const PublishDialog = ({ onClose }: PublishDialogProps) => {
  const t = useT();
  return (
    <Dialog title={t('export.publish')} onClose={onClose}>
      {null}
    </Dialog>
  );
};
