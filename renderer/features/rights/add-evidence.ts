import type { AppStore } from '#renderer/app/store/create-store.ts';
import type { EvidenceId, ImageId } from '#shared/model/ids.ts';

const addOne = async (store: AppStore, imageId: ImageId, file: File | null): Promise<EvidenceId | null> => {
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

/** Keeps a piece of evidence for each file, or one that is only noted (null), and says so. */
export const addEvidence = async (
  store: AppStore,
  imageId: ImageId,
  files: readonly (File | null)[],
): Promise<void> => {
  let count = 0;
  for (const file of files) {
    // One after the other: each is an undo step of its own.
    if ((await addOne(store, imageId, file)) !== null) count += 1;
  }
  if (count > 0) store.getState().announce('evidence.added', { count });
};
