import { useT } from '#renderer/i18n/use-t.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { TopicId } from '#shared/model/ids.ts';

type ImportCsvDialogProps = {
  readonly topicId: TopicId | null;
  readonly file: File | null;
  readonly onClose: () => void;
};

export const ImportCsvDialog = ({ onClose }: ImportCsvDialogProps) => {
  const t = useT();
  return (
    <Dialog title={t('import.csv')} onClose={onClose}>
      {null}
    </Dialog>
  );
};
