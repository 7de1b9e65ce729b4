import { HistoryDialog } from '#renderer/features/history/HistoryDialog.tsx';
import { KnownLinksDialog } from '#renderer/features/capture/KnownLinksDialog.tsx';
import { ImportDialog } from '#renderer/features/imports/ImportDialog.tsx';
import { PublishDialog } from '#renderer/features/exports/PublishDialog.tsx';
import { AddFromLibraryDialog } from '#renderer/features/board/AddFromLibraryDialog.tsx';
import { SaveListDialog } from '#renderer/features/search/SaveListDialog.tsx';
import { OpenShareDialog } from '#renderer/features/sharing/OpenShareDialog.tsx';
import { TopicDialogs } from '#renderer/features/topics/TopicDialogs.tsx';
import { BulkDialogs } from '#renderer/features/bulk/BulkDialogs.tsx';
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
    case 'history':
      return <HistoryDialog onClose={onClose} />;
    case 'publish':
      return <PublishDialog topicIds={dialog.topicIds} onClose={onClose} />;
    case 'import':
      return <ImportDialog topicId={dialog.topicId} files={dialog.files} onClose={onClose} />;
    case 'open-share':
      return <OpenShareDialog file={dialog.file} onClose={onClose} />;
    case 'known-links':
      return <KnownLinksDialog {...dialog} onClose={onClose} />;
    case 'add-from-library':
      return <AddFromLibraryDialog {...dialog} onClose={onClose} />;
    case 'save-list':
      return <SaveListDialog listId={dialog.listId} onClose={onClose} />;
    default:
      return (
        <>
          <TopicDialogs dialog={dialog} onClose={onClose} />
          <BulkDialogs dialog={dialog} onClose={onClose} />
        </>
      );
  }
};
