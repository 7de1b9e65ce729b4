import type { Sharp } from 'sharp';
import type { Image } from '#shared/model/image.ts';
import { withColors } from './color-profile.ts';
import { openDrawing, openPixels } from './pixels.ts';

export type DerivativeFormat = 'webp' | 'jpeg' | 'png';

/** What to make. `xmp` is written into it, null for none. */
export type Order = {
  readonly width: number;
  readonly format: DerivativeFormat;
  readonly xmp: string | null;
};

/** Makes derivatives of one original, whose pixels are decoded once. */
export type Deriver = (order: Order) => Promise<Buffer>;

/** The widths in which derivatives are made, in pixels. */
export const derivativeWidths = [320, 640, 960, 1280, 1920] as const;

/** Beyond this many pixels over all frames, a moving picture's derivative is its first frame. */
const mostMovingPixels = 60_000_000;

/** As large as derivatives get: what a large original is reduced to once. */
const largest = 1920;

const isDrawing = ({ mediaType }: Image) => mediaType === 'image/svg+xml';

const isMoving = (image: Image, { format }: Order) => image.animated && format === 'webp';

/** Pictures are only ever made smaller; a drawing has no pixels of its own. */
export const sizeOf = (image: Image, asked: number) => {
  const width = Math.max(1, isDrawing(image) ? asked : Math.min(asked, image.width));
  return { width, height: Math.max(1, Math.round((image.height * width) / image.width)) };
};

const open = async (image: Image, bytes: Buffer, order: Order): Promise<Sharp> => {
  if (isDrawing(image)) return openDrawing(bytes, sizeOf(image, order.width).width / image.width);
  if (!isMoving(image, order)) return openPixels(bytes, image.mediaType, false);
  const { pages = 1, pageHeight = image.height } = await openPixels(bytes, image.mediaType).metadata();
  return openPixels(bytes, image.mediaType, pages * image.width * pageHeight <= mostMovingPixels);
};

const encode = (pixels: Sharp, format: DerivativeFormat): Sharp => {
  if (format === 'webp') return pixels.webp({ quality: 80, effort: 4 });
  if (format === 'png') return pixels.png({ compressionLevel: 9 });
  return pixels.flatten({ background: '#ffffff' }).jpeg({ quality: 82, mozjpeg: true });
};

/** Upright, in the original's colors, in the size asked for. */
const reduce = async (image: Image, pixels: Sharp, width: number): Promise<Sharp> =>
  (await withColors(pixels)).autoOrient().resize({ ...sizeOf(image, width), fit: 'fill' });

/** Only for still pictures with many more pixels than any derivative. */
const isReducedOnce = (image: Image, order: Order): boolean =>
  !isDrawing(image) && !isMoving(image, order) && image.width > largest && order.width <= largest;

/**
 * Upright, in the original's colors (`withColors`), transparency kept, or put on white in a JPEG, which has none. Of the
 * original's other metadata nothing is carried over: no places, serial numbers or previews.
 *
 * A large photo is decoded once and reduced to the largest derivative, from which all are made, that one too: so each has the
 * same bytes whether it is asked for alone or with others.
 */
export const createDeriver = (image: Image, bytes: Buffer): Deriver => {
  const reduced = { once: null as Promise<Buffer> | null };
  const large = async (): Promise<Buffer> => {
    const pixels = await reduce(image, openPixels(bytes, image.mediaType, false), largest);
    return pixels.tiff({ compression: 'none' }).toBuffer();
  };
  const source = async (order: Order): Promise<Sharp> => {
    if (!isReducedOnce(image, order)) return open(image, bytes, order);
    reduced.once ??= large();
    return openPixels(await reduced.once, 'image/tiff', false);
  };
  return async (order) => {
    const sized = await reduce(image, await source(order), order.width);
    const described = order.xmp === null ? sized : sized.withXmp(order.xmp);
    return encode(described, order.format).toBuffer();
  };
};
