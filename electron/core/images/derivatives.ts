import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Image } from '#shared/model/image.ts';
import type { CoreContext } from '../context.ts';
import { createLimiter } from './limit-concurrency.ts';
import { limits, openPixels, pixelsVersion } from './pixels.ts';
import { originalPath, writeWhole } from './store-original.ts';

/** The widths in which derivatives are made, in pixels. */
export const derivativeWidths = [320, 640, 960, 1280, 1920] as const;

export type DerivativeFormat = 'webp' | 'jpeg' | 'png';

export type Derivative = {
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly mediaType: 'image/webp' | 'image/jpeg' | 'image/png';
};

/** What to make: `width` in pixels, never more than the original has; `xmp` is written into it when given. */
export type DerivativeOrder = {
  readonly width: number;
  readonly format: DerivativeFormat;
  readonly xmp?: string | null;
};

/** Smaller copies of pictures, made when first asked for and kept in the library's cache. */
export type Derivatives = {
  readonly derive: (image: Image, order: DerivativeOrder) => Promise<Derivative>;
};

/** Raise it when derivatives are made differently, so that old ones are not used any more. */
const recipe = 1;

/** Beyond this many pixels over all frames, a moving picture's derivative is its first frame. */
const mostMovingPixels = 60_000_000;

const sizeOf = (image: Image, width: number) => {
  const shown = Math.max(1, Math.min(width, image.width));
  return { width: shown, height: Math.max(1, Math.round((image.height * shown) / image.width)) };
};

const nameOf = (image: Image, { width, format, xmp }: DerivativeOrder): string => {
  const key = JSON.stringify([recipe, pixelsVersion, image.id, width, format, xmp ?? null]);
  return `${image.id}-${width}-${createHash('sha256').update(key).digest('hex').slice(0, 16)}.${format}`;
};

/** The drawing is enlarged by its own numbers, so that lines stay sharp; other pictures are only ever made smaller. */
const open = async (image: Image, path: string, moving: boolean) => {
  const pixels = openPixels(path, image.mediaType, moving);
  if (!moving) return pixels;
  const { pages = 1, width, pageHeight = image.height } = await openPixels(path, image.mediaType).metadata();
  return pages * width * pageHeight > mostMovingPixels ? openPixels(path, image.mediaType, false) : pixels;
};

/**
 * Upright, in sRGB (from CMYK, Display P3 or Adobe RGB by their profiles), transparency kept, or put on white in a
 * JPEG, which has none. Of the original's metadata nothing is carried over: no places, serial numbers or previews.
 */
const render = async (image: Image, path: string, order: DerivativeOrder): Promise<Buffer> => {
  const moving = image.animated && order.format === 'webp';
  const pixels = (await open(image, path, moving))
    .autoOrient()
    .resize({ width: sizeOf(image, order.width).width, withoutEnlargement: true })
    .timeout({ seconds: limits.seconds });
  const described = order.xmp ? pixels.withXmp(order.xmp) : pixels;
  switch (order.format) {
    case 'webp':
      return described.webp({ quality: 80, effort: 4 }).toBuffer();
    case 'jpeg':
      return described.flatten({ background: '#ffffff' }).jpeg({ quality: 82, mozjpeg: true }).toBuffer();
    case 'png':
      return described.png({ compressionLevel: 9 }).toBuffer();
  }
};

/** The maker of derivatives of one open library. Asking twice for the same while it is being made makes it once. */
export const createDerivatives = ({ paths }: Pick<CoreContext, 'paths'>): Derivatives => {
  const folder = join(paths.cache, 'derivatives');
  const twoAtATime = createLimiter(2);
  const underway = new Map<string, Promise<void>>();

  const make = async (image: Image, order: DerivativeOrder, path: string) => {
    const bytes = await twoAtATime(() => render(image, originalPath(paths.images, image), order));
    await writeWhole(folder, path, bytes, false);
  };

  const makeOnce = (image: Image, order: DerivativeOrder, path: string): Promise<void> => {
    const already = underway.get(path);
    if (already) return already;
    const making = make(image, order, path).finally(() => underway.delete(path));
    underway.set(path, making);
    return making;
  };

  return {
    derive: async (image, order) => {
      const path = join(folder, nameOf(image, order));
      const present = await stat(path).catch(() => null);
      if (!present || present.size === 0) await makeOnce(image, order, path);
      return { path, ...sizeOf(image, order.width), mediaType: `image/${order.format}` };
    },
  };
};
