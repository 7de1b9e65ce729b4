import { useAppStore } from '#renderer/app/store/use-app.ts';
import type { ImageId, ResourceId, TopicId } from '#shared/model/ids.ts';

/** Where a picture is put. Null: only into the library. */
export type PictureTarget =
  | { readonly kind: 'hero'; readonly topicId: TopicId }
  | { readonly kind: 'resource'; readonly resourceId: ResourceId }
  | null;

/** Takes pictures into the library and selects the last one, so that its credit can be completed. */
export const useAddPictures = () => {
  const store = useAppStore();
  const addOne = async (
    file: File,
    target: PictureTarget,
    foundAt: string | null,
  ): Promise<ImageId | null> => {
    try {
      const uploadId = await store.api.upload(file, { kind: 'image' });
      const input = { uploadId, fileName: file.name, foundAt, use: target };
      const outcome = await store.getState().mutate('images.add', input);
      return outcome.ok ? outcome.value.image.id : null;
    } catch (error) {
      store.getState().notify({ tone: 'problem', text: { error } });
      return null;
    }
  };
  const add = async (
    files: readonly File[],
    target: PictureTarget,
    foundAt: string | null = null,
  ): Promise<readonly ImageId[]> => {
    const added: ImageId[] = [];
    for (const file of files) {
      // One after the other: each is an undo step of its own, in the order they were dropped.
      const imageId = await addOne(file, target, foundAt);
      if (imageId) added.push(imageId);
    }
    const last = added.at(-1);
    if (last) store.getState().select({ kind: 'image', imageId: last });
    return added;
  };
  return { add };
};
