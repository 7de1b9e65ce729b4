import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { renderCredit } from '#shared/domain/credits/credit-line.ts';
import { toText } from '#shared/domain/credits/credit-output.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import type { Image } from '#shared/model/image.ts';
import type { CoreContext } from '../context.ts';
import { createDeriver, sizeOf, type DerivativeFormat, type Order } from './derive-pixels.ts';
import { createLimiter } from './limit-concurrency.ts';
import { pixelsVersion } from './pixels.ts';
import { readOriginal, writeWhole } from './store-original.ts';
import { toXmp } from './write-xmp.ts';

export type Derivative = {
  readonly path: string;
  /** Pixels as made: the width asked for, or the original's where that is smaller. */
  readonly width: number;
  readonly height: number;
  readonly mediaType: 'image/webp' | 'image/jpeg' | 'image/png';
};

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
const recipe = 3;

const nameOf = (image: Image, { width, format, xmp }: Order): string => {
  const key = JSON.stringify([recipe, pixelsVersion, image.id, width, format, xmp]);
  return `${image.id}-${width}-${createHash('sha256').update(key).digest('hex').slice(0, 16)}.${format}`;
};

/** The rights of a picture as the XMP packet that travels with its files. */
export const rightsOf = ({ credit, alt, decorative }: Image): string => {
  const line = toText(renderCredit(credit, { medium: 'text', kind: 'image' }).parts);
  return toXmp(credit, line, decorative ? '' : alt, licenseById(credit.licenseId)?.address ?? null);
};

/**
 * Pictures that are worked on at the same time, each by one thread: the threads there are for it (libuv has four), but two at
 * least, since one often waits for the disk.
 */
const atOnce = Math.min(4, Math.max(2, availableParallelism()));

type Task = {
  readonly order: Order;
  readonly resolve: (bytes: Promise<Buffer>) => void;
};

/** Makes what is asked of one picture until its turn comes together, so that its pixels are decoded once. */
const createMaker = (read: (image: Image) => Promise<Buffer>) => {
  const limit = createLimiter(atOnce);
  const waiting = new Map<string, Task[]>();
  const work = async (image: Image, tasks: readonly Task[]): Promise<void> => {
    waiting.delete(image.id);
    const deriver = read(image).then((bytes) => createDeriver(image, bytes));
    for (const { order, resolve } of tasks) {
      const bytes = deriver.then((derive) => derive(order));
      resolve(bytes);
      // Whoever asked hears of it; the others are made all the same.
      await bytes.catch(() => undefined);
    }
  };
  return (image: Image, order: Order): Promise<Buffer> => {
    const { promise, resolve } = Promise.withResolvers<Buffer>();
    const tasks = waiting.get(image.id);
    if (tasks) tasks.push({ order, resolve });
    else {
      const fresh: Task[] = [{ order, resolve }];
      waiting.set(image.id, fresh);
      void limit(() => work(image, fresh));
    }
    return promise;
  };
};

/** The maker of derivatives of one open library. Asking twice for the same while it is being made makes it once. */
export const createDerivatives = ({ paths }: Pick<CoreContext, 'paths'>): Derivatives => {
  const folder = join(paths.cache, 'derivatives');
  const underway = new Map<string, Promise<void>>();
  const bytesOf = createMaker((image) => readOriginal(paths.images, image));

  const make = async (image: Image, order: Order, path: string) => {
    await writeWhole(folder, path, await bytesOf(image, order), false);
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
