import { useState } from 'react';
import { useAppStore } from '#renderer/app/store/use-app.ts';
import type { EvidenceId } from '#shared/model/ids.ts';
import type { Evidence } from '#shared/model/evidence.ts';

/** Takes away pieces of evidence, and knows which one is open to be edited: one that has just come in, or the one chosen. */
export const useEvidence = (items: readonly Evidence[] | null) => {
  const store = useAppStore();
  const [opened, setOpened] = useState<EvidenceId | null>(null);
  const [known, setKnown] = useState<ReadonlySet<EvidenceId> | null>(null);
  const ids = items?.map(({ id }) => id) ?? null;
  // Another picture: what it has is not new.
  if (ids === null && known !== null) setKnown(null);
  if (ids !== null && (known === null || ids.length !== known.size || ids.some((id) => !known.has(id)))) {
    const added = known === null ? undefined : ids.findLast((id) => !known.has(id));
    if (added !== undefined) setOpened(added);
    setKnown(new Set(ids));
  }

  const remove = async (evidence: Evidence): Promise<boolean> => {
    const { mutate, notifyUndoable } = store.getState();
    const outcome = await mutate('evidence.remove', { evidenceId: evidence.id });
    if (outcome.ok) notifyUndoable({ key: 'evidence.removed' });
    return outcome.ok;
  };

  return { remove, opened, setOpened };
};
