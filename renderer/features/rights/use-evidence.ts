import { useState } from 'react';
import { useAppStore } from '#renderer/app/store/use-app.ts';
import type { EvidenceId, ImageId } from '#shared/model/ids.ts';
import type { Evidence } from '#shared/model/evidence.ts';

/** Adds and takes away pieces of evidence of one picture, and knows which one is open to be edited. */
export const useEvidence = (imageId: ImageId) => {
  const store = useAppStore();
  const [opened, setOpened] = useState<EvidenceId | null>(null);

  const addOne = async (file: File | null) => {
    const { mutate, notify } = store.getState();
    try {
      const uploadId = file ? await store.api.upload(file, { kind: 'evidence' }) : null;
      const input = { imageId, uploadId, fileName: file?.name.slice(0, 300) ?? '', fields: {} };
      const outcome = await mutate('evidence.add', input, { quiet: true });
      if (!outcome.ok) throw outcome.error;
      return outcome.value.evidenceId;
    } catch (error) {
      notify({ tone: 'problem', text: { error, ...(file ? { about: file.name } : {}) } });
      return null;
    }
  };

  const addAll = async (files: readonly (File | null)[]) => {
    let last: EvidenceId | null = null;
    for (const file of files) {
      // One after the other: each is an undo step of its own.
      const added = await addOne(file);
      last = added ?? last;
    }
    if (last === null) return;
    setOpened(last);
    store.getState().announce('evidence.added', { count: files.length });
  };

  const remove = async (evidence: Evidence): Promise<boolean> => {
    const { mutate, notifyUndoable } = store.getState();
    const outcome = await mutate('evidence.remove', { evidenceId: evidence.id });
    if (outcome.ok) notifyUndoable({ key: 'evidence.removed' });
    return outcome.ok;
  };

  return {
    /** One piece for each file; the last one opens to be described. */
    addFiles: (files: readonly File[]) => void addAll(files),
    /** A piece without a file: only noted. */
    addNote: () => void addAll([null]),
    remove,
    opened,
    setOpened,
  };
};
