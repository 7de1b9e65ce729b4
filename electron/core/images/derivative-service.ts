import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sharp } from 'sharp';
import { renderCredit } from '#shared/domain/credits/credit-line.ts';
import { toText } from '#shared/domain/credits/credit-output.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import type { Image } from '#shared/model/image.ts';
import type { CoreContext } from '../context.ts';
import { createLimiter } from './limit-concurrency.ts';
import { withColors } from './color-profile.ts';
import { openDrawing, openPixels, pixelsVersion } from './pixels.ts';
import { readOriginal, writeWhole } from './store-original.ts';
import { toXmp } from './write-xmp.ts';

/** The widths in which derivatives are made, in pixels. */
export const derivativeWidths = [320, 640, 960, 1280, 1920] as const;

export type DerivativeFormat = 'webp' | 'jpeg' | 'png';

export type Derivative = {
  readonly path: string;
  /** Pixels as made: the width asked for, or the original's where that is smaller. */
  readonly width: number;
  readonly height: number;
  readonly mediaType: 'image/webp' | 'image/jpeg' | 'image/png';
};

/** What to make. `xmp` is written into it, null for none. */
type Order = { readonly width: number; readonly format: DerivativeFormat; readonly xmp: string | null };

/** Smaller copies of pictures, made when first asked for and kept in the library's cache. */
export type Derivatives = {
  /** For the app's own screens, where the credit stands beside the picture. */
  readonly derive: (image: Image, width: number, format: DerivativeFormat) => Promise<Derivative>;
  /**
   * To be published: carries the picture's rights as XMP, thumbnails too. The same picture, credit, width and format
   * give the same bytes.
   */
  readonly deriveForPublication: (
    image: Image,
    width: number,
    format: DerivativeFormat,
  ) => Promise<Derivative>;
};

/** Raise it when derivatives are made differently, so that old ones are not used any more. */
const recipe = 2;

/** Beyond this many pixels over all frames, a moving picture's derivative is its first frame. */
const mostMovingPixels = 60_000_000;

const isDrawing = ({ mediaType }: Image) => mediaType === 'image/svg+xml';

/** Pictures are only ever made smaller; a drawing has no pixels of its own. */
const sizeOf = (image: Image, asked: number) => {
  const width = Math.max(1, isDrawing(image) ? asked : Math.min(asked, image.width));
  return { width, height: Math.max(1, Math.round((image.height * width) / image.width)) };
};

const nameOf = (image: Image, { width, format, xmp }: Order): string => {
  const key = JSON.stringify([recipe, pixelsVersion, image.id, width, format, xmp]);
  return `${image.id}-${width}-${createHash('sha256').update(key).digest('hex').slice(0, 16)}.${format}`;
};

const open = async (image: Image, bytes: Buffer, { width, format }: Order): Promise<Sharp> => {
  if (isDrawing(image)) return openDrawing(bytes, sizeOf(image, width).width / image.width);
  const moving = image.animated && format === 'webp';
  if (!moving) return openPixels(bytes, image.mediaType, false);
  const { pages = 1, pageHeight = image.height } = await openPixels(bytes, image.mediaType).metadata();
  return openPixels(bytes, image.mediaType, pages * image.width * pageHeight <= mostMovingPixels);
};

const encode = (pixels: Sharp, format: DerivativeFormat): Sharp => {
  if (format === 'webp') return pixels.webp({ quality: 80, effort: 4 });
  if (format === 'png') return pixels.png({ compressionLevel: 9 });
  return pixels.flatten({ background: '#ffffff' }).jpeg({ quality: 82, mozjpeg: true });
};

/**
 * Upright, in the original's colors (`withColors`), transparency kept, or put on white in a JPEG, which has none. Of the
 * original's other metadata nothing is carried over: no places, serial numbers or previews.
 */
const render = async (image: Image, bytes: Buffer, order: Order): Promise<Buffer> => {
  const { width, height } = sizeOf(image, order.width);
  const opened = await open(image, bytes, order);
  const colored = await withColors(opened);
  const sized = colored.autoOrient().resize({ width, height, fit: 'fill' });
  const described = order.xmp === null ? sized : sized.withXmp(order.xmp);
  return encode(described, order.format).toBuffer();
};

/** The rights of a picture as the XMP packet that travels with its files. */
export const rightsOf = ({ credit, alt, decorative }: Image): string => {
  const line = toText(renderCredit(credit, { medium: 'text', kind: 'image' }).parts);
  return toXmp(credit, line, decorative ? '' : alt, licenseById(credit.licenseId)?.address ?? null);
};

/** The maker of derivatives of one open library. Asking twice for the same while it is being made makes it once. */
export const createDerivatives = ({ paths }: Pick<CoreContext, 'paths'>): Derivatives => {
  const folder = join(paths.cache, 'derivatives');
  const twoAtATime = createLimiter(2);
  const underway = new Map<string, Promise<void>>();

  const make = async (image: Image, order: Order, path: string) => {
    const bytes = await twoAtATime(async () => render(image, await readOriginal(paths.images, image), order));
    await writeWhole(folder, path, bytes, false);
  };

  const makeOnce = (image: Image, order: Order, path: string): Promise<void> => {
    const already = underway.get(path);
    if (already) return already;
    const making = make(image, order, path).finally(() => underway.delete(path));
    underway.set(path, making);
    return making;
  };

  const get = async (image: Image, order: Order): Promise<Derivative> => {
    const path = join(folder, nameOf(image, order));
    const present = await stat(path).catch(() => null);
    if (!present || present.size === 0) await makeOnce(image, order, path);
    return { path, ...sizeOf(image, order.width), mediaType: `image/${order.format}` };
  };

  return {
    derive: (image, width, format) => get(image, { width, format, xmp: null }),
    deriveForPublication: (image, width, format) => get(image, { width, format, xmp: rightsOf(image) }),
  };
};
