import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Op } from '#shared/model/change.ts';
import type { Credit } from '#shared/model/credit.ts';
import type { Image } from '#shared/model/image.ts';
import type { CoreContext } from '../context.ts';
import type { Reader } from '../datastore/datastore.ts';
import { putOp } from '../datastore/ops.ts';
import { fromTrash } from './image-records.ts';
import { takeIn } from './intake.ts';
import { originalPath, storeOriginal } from './store-original.ts';

/** A picture as it comes with other things: its bytes, and what is known of it beside them. */
export type ImageToStage = {
  readonly bytes: Buffer;
  readonly fileName: string;
  readonly alt: string;
  /** Goes before what the file says of itself. */
  readonly credit: Partial<Credit>;
};

type Needs = Pick<CoreContext, 'clock' | 'paths'>;

/**
 * Checks and stores a picture without recording it: for a change that records many things at once. Refuses with a
 * reason. Whoever does not record it in the end must call `unstageImage`.
 */
export const stageImage = async (
  { clock, paths }: Needs,
  { bytes, fileName, alt, credit }: ImageToStage,
): Promise<Image> => {
  const intake = await takeIn(bytes, fileName, null);
  const { credit: embedded, alt: embeddedAlt } = intake.image;
  const image: Image = {
    ...intake.image,
    alt: alt || embeddedAlt,
    credit: { ...embedded, ...credit, origins: { ...embedded.origins, ...credit.origins } },
    addedAt: clock.now(),
  };
  await storeOriginal(paths.images, image, intake.bytes);
  return image;
};

/** Whether a staged picture's file is still there: emptying the trash may have taken it along. */
export const isStaged = ({ paths }: Pick<CoreContext, 'paths'>, image: Image): boolean =>
  existsSync(originalPath(paths.images, image));

/**
 * Takes a staged picture's file away again, unless the library has the same picture anyway. To be called in a file turn:
 * somebody may be adding the same picture.
 */
export const unstageImage = async (
  { paths, datastore }: Pick<CoreContext, 'paths' | 'datastore'>,
  image: Image,
): Promise<void> => {
  if (datastore.tables.images[image.id] || fromTrash(datastore, image.id)) return;
  await rm(originalPath(paths.images, image), { force: true });
};

/** The ops that record a staged picture. One that the library has, or has in its trash, keeps its credit. */
export const stagedImageOps = (reader: Reader, image: Image): readonly Op[] => {
  if (reader.tables.images[image.id]) return [];
  return fromTrash(reader, image.id)?.ops ?? [putOp('images', image)];
};
