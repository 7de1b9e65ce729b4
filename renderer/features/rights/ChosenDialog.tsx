import type { ImageId } from '#shared/model/ids.ts';
import type { Image } from '#shared/model/image.ts';
import { EditCreditsDialog } from './EditCreditsDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { useDecisions } from './use-decisions.ts';

/** What is to be done with which pictures. */
export type Asked = { readonly kind: 'edit' | 'decide'; readonly imageIds: readonly ImageId[] };

type ChosenDialogProps = Asked & {
  /** The pictures that the list shows. */
  readonly seen: readonly Image[];
  readonly onClose: () => void;
};

/** The dialog for what is to be done with the chosen pictures. */
export const ChosenDialog = ({ kind, imageIds, seen, onClose }: ChosenDialogProps) => {
  const { decide } = useDecisions();
  return kind === 'edit' ? (
    <EditCreditsDialog imageIds={imageIds} seen={seen} onClose={onClose} />
  ) : (
    <ReasonDialog count={imageIds.length} onDecide={(reason) => decide(imageIds, reason)} onClose={onClose} />
  );
};
