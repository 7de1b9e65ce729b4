import { Palette } from './actions/Palette.tsx';
import { dialogParts } from './parts.ts';
import { useApp } from './store/use-app.ts';
import type { DialogState } from './view.ts';

/** Draws the dialog that is open. */
export const Dialogs = () => {
  const { dialog, openDialog } = useApp(({ dialog, openDialog }) => ({ dialog, openDialog }));
  const onClose = () => openDialog(null);
  switch (dialog?.kind) {
    case 'palette':
      return <Palette />;
    case 'shortcuts':
      return <dialogParts.shortcuts />;
    case 'history':
      return <dialogParts.history onClose={onClose} />;
    case 'publish':
      return <dialogParts.publish topicIds={dialog.topicIds} format={dialog.format} onClose={onClose} />;
    case 'import':
      return <dialogParts.import topicId={dialog.topicId} files={dialog.files} onClose={onClose} />;
    case 'open-share':
      return <dialogParts.openShare file={dialog.file} onClose={onClose} />;
    case 'known-links':
      return <dialogParts.knownLinks {...dialog} onClose={onClose} />;
    case 'add-from-library':
      return <dialogParts.addFromLibrary {...dialog} onClose={onClose} />;
    case 'save-list':
      return <dialogParts.saveList listId={dialog.listId} onClose={onClose} />;
    case 'empty-trash':
      return <dialogParts.emptyTrash onClose={onClose} />;
    default:
      return <WorkDialogs dialog={dialog} onClose={onClose} />;
  }
};

type WorkDialogsProps = { readonly dialog: DialogState | null; readonly onClose: () => void };

/** Those about other libraries, about one topic, and about many resources. */
const WorkDialogs = (props: WorkDialogsProps) => {
  switch (props.dialog?.kind) {
    case 'libraries':
      return <dialogParts.libraries onClose={props.onClose} />;
    case 'move-topic':
    case 'copy-topic':
      return <dialogParts.topics {...props} />;
    case 'place':
    case 'merge':
    case 'bulk-edit':
    case 'bulk-topics':
    case 'bulk-replace':
      return <dialogParts.bulk {...props} />;
    default:
      return null;
  }
};
