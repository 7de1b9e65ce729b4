import { ImportCsvDialog } from '#renderer/features/imports/ImportCsvDialog.tsx';
import { PublishDialog } from '#renderer/features/exports/PublishDialog.tsx';
import { AddFromLibraryDialog } from '#renderer/features/board/AddFromLibraryDialog.tsx';
import { MoveEntryDialog } from '#renderer/features/board/MoveEntryDialog.tsx';
import { MoveTopicDialog } from '#renderer/features/topics/MoveTopicDialog.tsx';
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
    case 'move-topic':
      return <MoveTopicDialog topicId={dialog.topicId} onClose={onClose} />;
    case 'add-from-library':
      return <AddFromLibraryDialog {...dialog} onClose={onClose} />;
    case 'move-entry':
      return <MoveEntryDialog placementId={dialog.placementId} copy={dialog.copy} onClose={onClose} />;
    default:
      return null;
  }
};
