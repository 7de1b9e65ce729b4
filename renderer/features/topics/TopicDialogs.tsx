import type { DialogState } from '#renderer/app/view.ts';
import { CopyTopicDialog } from '#renderer/features/templates/CopyTopicDialog.tsx';
import { MoveTopicDialog } from './MoveTopicDialog.tsx';

type TopicDialogsProps = { readonly dialog: DialogState | null; readonly onClose: () => void };

/** The dialog about one topic that is open, if it is one. */
export const TopicDialogs = ({ dialog, onClose }: TopicDialogsProps) => {
  switch (dialog?.kind) {
    case 'move-topic':
      return <MoveTopicDialog topicId={dialog.topicId} onClose={onClose} />;
    case 'copy-topic':
      return <CopyTopicDialog as={dialog.as} topicId={dialog.topicId} onClose={onClose} />;
    default:
      return null;
  }
};
