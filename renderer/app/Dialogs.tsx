import { ImportCsvDialog } from '#renderer/features/imports/ImportCsvDialog.tsx';
import { PublishDialog } from '#renderer/features/exports/PublishDialog.tsx';
import { Palette } from './actions/Palette.tsx';
import { ShortcutSheet } from './actions/ShortcutSheet.tsx';
import { useApp } from './store/use-app.ts';

/** Draws the dialog that is open. */
export const Dialogs = () => {
  const { dialog, openDialog } = useApp(({ dialog, openDialog }) => ({ dialog, openDialog }));
  const onClose = () => openDialog(null);
  switch (dialog?.kind) {
    case 'palette':
      return <Palette />;
    case 'shortcuts':
      return <ShortcutSheet />;
    case 'publish':
      return <PublishDialog topicIds={dialog.topicIds} onClose={onClose} />;
    case 'import-csv':
      return <ImportCsvDialog topicId={dialog.topicId} file={dialog.file} onClose={onClose} />;
    default:
      return null;
  }
};
