import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Change } from '#shared/model/change.ts';
import type { ImageId } from '#shared/model/ids.ts';
import type { Image } from '#shared/model/image.ts';
import type { Logger } from '../context.ts';
import { writeFileAtomic } from './atomic-write.ts';
import type { Reader } from './datastore.ts';

/** Writes beside each picture what the library knows of it, so that a lost library.json can be rebuilt. */
export type ImageSideFiles = {
  /** Notes the pictures that a change touched; their files are written soon after. Never throws. */
  readonly follow: (change: Change) => void;
  /** Resolves when all that was noted is written, or its failure logged. */
  readonly settled: () => Promise<void>;
};

type Parts = { readonly folder: string; readonly reader: Reader; readonly logger: Logger };

/** The text of a side file: the image record, for people to read. */
const formatSideFile = (image: Image): string => `${JSON.stringify(image, null, 2)}\n`;

/** Writes beside a picture what is known of it. Rejects with the system's error. */
export const writeImageSideFile = async (folder: string, image: Image): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await writeFileAtomic(join(folder, `${image.id satisfies ImageId}.json`), formatSideFile(image));
};

/**
 * Side files are a convenience, not the truth: a failure is logged and does not fail the edit. The file of a picture
 * in the trash stays, as its original does.
 */
export const createImageSideFiles = ({ folder, reader, logger }: Parts): ImageSideFiles => {
  const waiting = new Set<string>();
  let work: Promise<void> = Promise.resolve();

  const writeOne = async (id: string): Promise<void> => {
    const image = reader.tables.images[id];
    if (image) await writeImageSideFile(folder, image);
  };

  const writeWaiting = async (): Promise<void> => {
    for (const id of waiting) {
      waiting.delete(id);
      await writeOne(id).catch((error: unknown) => logger.error('an image side file was not written', error));
    }
  };

  return {
    follow: ({ ops }) => {
      const ids = ops.filter(({ table }) => table === 'images').map(({ id }) => id);
      if (ids.length === 0) return;
      for (const id of ids) waiting.add(id);
      work = work.then(writeWaiting);
    },
    settled: () => work,
  };
};
