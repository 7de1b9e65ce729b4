import { readFile, stat } from 'node:fs/promises';
import { emptyCredit } from '#shared/model/credit.ts';
import type { Image, ImageMediaType } from '#shared/model/image.ts';
import { webAddressSchema } from '#shared/model/text.ts';
import { cleanSvg } from './clean-svg.ts';
import { limits, measurePixels, type Measured } from './pixels.ts';
import { readEmbedded } from './read-embedded.ts';
import { refuse } from './refusals.ts';
import { sniff } from './sniff.ts';
import { imageIdOf } from './store-original.ts';
import { toCredit, toEmbeddedFields } from './to-credit.ts';

/** A picture that may come in: the bytes to keep and the record that goes with them. */
export type Intake = { readonly bytes: Buffer; readonly image: Omit<Image, 'addedAt'> };

const refuseTooLarge = (bytes: number, limit: number) => {
  if (bytes > limit) throw refuse('image-too-many-bytes', { limit: limit / 1_048_576 });
};

/** Reads a file that may be a picture, without ever holding more than the limit. */
export const readPicture = async (path: string): Promise<Buffer> => {
  refuseTooLarge((await stat(path)).size, limits.bytes);
  return readFile(path);
};

const recognise = (bytes: Buffer): ImageMediaType => {
  refuseTooLarge(bytes.length, limits.bytes);
  const found = sniff(bytes);
  if ('refusal' in found) throw refuse(found.refusal);
  return found.mediaType;
};

type Checked = Measured & { readonly bytes: Buffer };

/** A drawing is kept cleaned, and drawn once after that, so that one no renderer can manage is refused here. */
const checkSvg = async (bytes: Buffer): Promise<Checked> => {
  refuseTooLarge(bytes.length, limits.svgBytes);
  const clean = cleanSvg(bytes);
  await measurePixels(clean.bytes, 'image/svg+xml');
  return { ...clean, animated: false };
};

const check = async (bytes: Buffer, mediaType: ImageMediaType): Promise<Checked> =>
  mediaType === 'image/svg+xml' ? checkSvg(bytes) : { bytes, ...(await measurePixels(bytes, mediaType)) };

/** Where a dragged picture was found, if that is a page one can be sent to. */
const sourceFrom = (foundAt: string | null) => {
  const address = webAddressSchema.safeParse(foundAt);
  return address.success ? address.data : null;
};

/**
 * Recognises, checks and measures a picture and reads its credit out of it. The one way in: what is unknown, broken,
 * too large or harmful is refused with a reason and leaves nothing behind.
 */
export const takeIn = async (file: Buffer, fileName: string, foundAt: string | null): Promise<Intake> => {
  const mediaType = recognise(file);
  const { bytes, width, height, animated } = await check(file, mediaType);
  const { credit, alt } = toCredit(toEmbeddedFields(await readEmbedded(file, mediaType)));
  const page = credit.sourceUrl === null ? sourceFrom(foundAt) : null;
  const sourced =
    page === null ? {} : { sourceUrl: page, origins: { ...credit.origins, sourceUrl: 'pasted' as const } };
  return {
    bytes,
    image: {
      id: imageIdOf(bytes),
      mediaType,
      fileName: fileName.slice(0, 300),
      bytes: bytes.length,
      width,
      height,
      animated,
      alt,
      decorative: false,
      kind: null,
      credit: { ...emptyCredit, ...credit, ...sourced },
    },
  };
};
