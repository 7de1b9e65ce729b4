import type { DialogState } from '#renderer/app/view.ts';
import { MergeDialog } from '#renderer/features/duplicates/MergeDialog.tsx';
import { BulkEditDialog } from './BulkEditDialog.tsx';
import { BulkTopicsDialog } from './BulkTopicsDialog.tsx';
import { PlaceDialog } from './PlaceDialog.tsx';
import { ReplaceDialog } from './ReplaceDialog.tsx';

type BulkDialogsProps = { readonly dialog: DialogState | null; readonly onClose: () => void };

/** Draws the dialog that is open, when it is one for work on many. */
export const BulkDialogs = ({ dialog, onClose }: BulkDialogsProps) => {
  switch (dialog?.kind) {
    case 'place':
      return <PlaceDialog how={dialog.how} target={dialog.target} onClose={onClose} />;
    case 'bulk-edit':
      return <BulkEditDialog target={dialog.target} onClose={onClose} />;
    case 'merge':
      return <MergeDialog target={dialog.target} onClose={onClose} />;
    case 'bulk-topics':
      return <BulkTopicsDialog topicId={dialog.topicId} onClose={onClose} />;
    case 'bulk-replace':
      return <ReplaceDialog target={dialog.target} onClose={onClose} />;
    default:
      return null;
  }
};
