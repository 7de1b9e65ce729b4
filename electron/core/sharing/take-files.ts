import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CoreContext } from '#core/context.ts';
import { writeFileAtomic } from '#core/datastore/atomic-write.ts';
import { createImageService, type ImageService } from '#core/images/image-service.ts';
import type { ImageId } from '#shared/model/ids.ts';
import type { Image } from '#shared/model/image.ts';
import type { OpenShare } from './read-share.ts';
import { sharePaths } from './share-file.ts';

/** How the taking in is watched and stopped. */
export type Work = {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number | null) => void;
};

const takeImage = async (share: OpenShare, image: Image, images: ImageService): Promise<boolean> => {
  if (existsSync(images.originalPath(image))) return false;
  const bytes = await share.file(sharePaths.image(image.id, images.extensionOf(image)));
  await images.keepOriginal(image, bytes);
  return true;
};

const takeEvidence = async (share: OpenShare, { paths }: CoreContext): Promise<void> => {
  for (const { file } of share.lists.evidence) {
    const name = file === null ? '' : `${file.sha256}.${file.extension}`;
    if (file === null || existsSync(join(paths.evidence, name))) continue;
    const bytes = await share.file(sharePaths.evidence(file.sha256, file.extension));
    await mkdir(paths.evidence, { recursive: true });
    await writeFileAtomic(join(paths.evidence, name), bytes);
  }
};

/**
 * Takes the files of a share that are not here yet; answers which pictures came in. Done before the records, so that
 * no record ever names a file that is not there; what is left over after a failure is named by nothing. Where all are here
 * already, it is done at once.
 */
export const takeFiles = async (
  context: CoreContext,
  share: OpenShare,
  { signal, progress }: Work,
): Promise<readonly ImageId[]> => {
  const images = createImageService(context);
  const all = share.lists.images;
  const taken: ImageId[] = [];
  for (const [index, image] of all.entries()) {
    signal.throwIfAborted();
    if (await takeImage(share, image, images)) taken.push(image.id);
    progress(index + 1, all.length + 1);
  }
  await takeEvidence(share, context);
  signal.throwIfAborted();
  return taken;
};
