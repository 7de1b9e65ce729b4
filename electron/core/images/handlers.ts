import type { HandlersFor } from '#shared/contract/contract.ts';
import type { imageCalls } from '#shared/contract/images.ts';
import type { CoreContext } from '../context.ts';
import { createImageService } from './image-service.ts';
import { readPicture } from './intake.ts';

/** Answers the calls of `shared/contract/images.ts`. */
export const createImageHandlers = (context: CoreContext): HandlersFor<keyof typeof imageCalls> => {
  const images = createImageService(context);
  return {
    'images.get': ({ imageId }) => images.get(imageId),
    'images.list': (input) => images.list(input),
    'images.add': async ({ uploadId, ...about }) => {
      const upload = context.uploads.require(uploadId);
      try {
        return await images.add({ bytes: await readPicture(upload.path), ...about });
      } finally {
        await context.uploads.discard(uploadId);
      }
    },
    'images.embedded': ({ imageId }) => images.embedded(imageId),
    'images.update': async (input) => {
      await images.update(input);
      return null;
    },
    'images.remove': async ({ imageId }) => {
      await images.remove(imageId);
      return null;
    },
  };
};
