import { useApp } from '#renderer/app/store/use-app.ts';
import type { ImageId } from '#shared/model/ids.ts';
import type { RightsLine } from '#shared/contract/rights.ts';

/** Records why pictures may be published although something is open, and takes such a decision back. */
export const useDecisions = () => {
  const { mutate, announce, notifyUndoable } = useApp(({ mutate, announce, notifyUndoable }) => ({
    mutate,
    announce,
    notifyUndoable,
  }));
  return {
    /** Answers whether it was recorded. */
    decide: async (imageIds: readonly ImageId[], reason: string): Promise<boolean> => {
      const outcome = await mutate('rights.decide', { imageIds: [...imageIds], reason });
      if (outcome.ok) announce('rights.decide-recorded', { count: imageIds.length });
      return outcome.ok;
    },
    takeBack: async ({ decision, image }: RightsLine): Promise<void> => {
      if (!decision) return;
      const outcome = await mutate('rights.takeBack', { decisionId: decision.id, imageId: image.id });
      if (outcome.ok) notifyUndoable({ key: 'rights.taken-back' });
    },
  };
};
