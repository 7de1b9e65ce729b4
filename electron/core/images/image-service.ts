import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts';
import type { ImageId } from '#shared/model/ids.ts';
import type { Image } from '#shared/model/image.ts';
import type { CoreContext } from '../context.ts';
import { refusal } from '../refusal.ts';
import { editCredits } from './edit-credits.ts';
import { nameOf, removalOps, updateOps, usesOf } from './image-records.ts';
import { createNewestImages } from './newest-images.ts';
import { takeIn } from './intake.ts';
import { createLimiter } from './limit-concurrency.ts';
import { readEmbedded } from './read-embedded.ts';
import { recordImage, type NewImage } from './record-image.ts';
import { extensionOf, imageIdOf, originalPath, readOriginal, storeOriginal } from './store-original.ts';
import { toEmbeddedFields } from './to-credit.ts';

/** What other features may ask of the pictures of an open library. */
export type ImageService = {
  /** Checks, stores and records a picture, and puts it to use, in one change. Refuses with a reason. */
  readonly add: (input: NewImage) => Promise<OutputOf<'images.add'>>;
  readonly get: (imageId: ImageId) => OutputOf<'images.get'>;
  readonly list: (input: ParsedInputOf<'images.list'>) => Promise<OutputOf<'images.list'>>;
  readonly embedded: (imageId: ImageId) => Promise<OutputOf<'images.embedded'>>;
  readonly update: (input: ParsedInputOf<'images.update'>) => Promise<void>;
  /** The same fields of many credits, in one change. */
  readonly editCredits: (
    input: ParsedInputOf<'rights.editCredits'>,
  ) => Promise<OutputOf<'rights.editCredits'>>;
  readonly remove: (imageId: ImageId) => Promise<void>;
  /** The original's path. Only to be read. */
  readonly originalPath: (image: Image) => string;
  /** The ending of the original's name, without its dot. */
  readonly extensionOf: (image: Image) => string;
  /** Keeps the bytes of a picture whose record comes from elsewhere. They must be its own: the id is their hash. */
  readonly keepOriginal: (image: Image, bytes: Buffer) => Promise<void>;
  /** The original's bytes; `not-found` with a reason when its file is gone. */
  readonly readOriginal: (image: Image) => Promise<Uint8Array>;
};

/** Bytes that are the picture's own: its id is their hash. */
const unaltered = (image: Image, bytes: Buffer): Buffer => {
  if (imageIdOf(bytes) === image.id) return bytes;
  throw refusal('storage', 'image-altered', { name: image.fileName });
};

/** The pictures of the library in `context`. */
export const createImageService = (context: CoreContext): ImageService => {
  const { clock, datastore, fileTurns, ids, paths } = context;
  const twoAtATime = createLimiter(2);
  const newest = createNewestImages(context);

  return {
    add: async (input) => {
      const { bytes, fileName, foundAt } = input;
      const intake = await twoAtATime(() => takeIn(bytes, fileName, foundAt));
      const fresh: Image = { ...intake.image, addedAt: clock.now() };
      return fileTurns(async () => {
        await storeOriginal(paths.images, fresh, intake.bytes);
        return recordImage(context, fresh, input);
      });
    },
    get: (imageId) => ({
      image: datastore.require('images', imageId),
      usedBy: usesOf(datastore, imageId),
    }),
    list: async ({ offset, limit }) => {
      const all = await newest();
      // One that was removed while they were put in order is left out.
      const items = all.slice(offset, offset + limit).flatMap((id) => datastore.tables.images[id] ?? []);
      const withEvidence = items.map(({ id }) => id).filter((id) => datastore.evidenceOfImage(id).size > 0);
      return { total: all.length, items, withEvidence };
    },
    embedded: async (imageId) => {
      const image = datastore.require('images', imageId);
      const bytes = await readOriginal(paths.images, image);
      const fields = toEmbeddedFields(await readEmbedded(bytes, image.mediaType));
      return fields.map(({ field, found }) => ({ field, chosen: found[0]?.value ?? '', found: [...found] }));
    },
    update: async ({ imageId, patch }) => {
      const title = nameOf(datastore.require('images', imageId));
      const key = patch.credit === undefined ? 'image.describe' : 'image.credit';
      await datastore.commit({ key, values: { title } }, (reader) =>
        updateOps(reader.require('images', imageId), patch),
      );
    },
    editCredits: (input) => editCredits(datastore, input),
    remove: async (imageId) => {
      const title = nameOf(datastore.require('images', imageId));
      await datastore.commit({ key: 'image.remove', values: { title } }, (reader) =>
        removalOps(reader, reader.require('images', imageId), ids.next(), clock.now()),
      );
    },
    originalPath: (image) => originalPath(paths.images, image),
    extensionOf,
    keepOriginal: (image, bytes) => storeOriginal(paths.images, image, unaltered(image, bytes)),
    readOriginal: async (image) => unaltered(image, await readOriginal(paths.images, image)),
  };
};
