import type { AppStore } from '#renderer/app/store/create-store.ts';
import type { ChangeId, ImageId } from '#shared/model/ids.ts';

type One = { readonly imageId: ImageId; readonly file: File | null; readonly joins: ChangeId | null };

/** The step that takes it back; null when it could not be kept, which was told. */
const addOne = async (store: AppStore, { imageId, file, joins }: One): Promise<ChangeId | null> => {
  const { mutate, notify } = store.getState();
  try {
    const uploadId = file ? await store.api.upload(file, { kind: 'evidence' }) : null;
    const input = { imageId, uploadId, fileName: file?.name.slice(0, 300) ?? '', fields: {}, joins };
    const outcome = await mutate('evidence.add', input, { quiet: true });
    if (!outcome.ok) throw outcome.error;
    return outcome.value.changeId;
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
  let step: ChangeId | null = null;
  for (const file of files) {
    // One after the other, and all of them one step to undo.
    const made: ChangeId | null = await addOne(store, { imageId, file, joins: step });
    if (made === null) continue;
    count += 1;
    step = made;
  }
  if (count > 0) store.getState().announce('evidence.added', { count });
};
