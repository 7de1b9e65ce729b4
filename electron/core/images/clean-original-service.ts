import type { Sharp } from 'sharp';
import type { Image } from '#shared/model/image.ts';
import { cleanGif } from './clean/clean-gif.ts';
import { cleanJpeg } from './clean/clean-jpeg.ts';
import { cleanPng } from './clean/clean-png.ts';
import { cleanWebp } from './clean/clean-webp.ts';
import type { LeftIn } from './clean/left-in.ts';
import { withColors } from './color-profile.ts';
import { rightsOf } from './derivative-service.ts';
import { openPixels } from './pixels.ts';

type Stored = {
  readonly leftIn: LeftIn;
  readonly width: number;
  readonly height: number;
  readonly alpha: boolean;
};

const readStored = async (image: Image, bytes: Buffer): Promise<Stored> => {
  const found = await openPixels(bytes, image.mediaType, false).metadata();
  const { orientation = 1, width, height, hasAlpha: alpha } = found;
  return { leftIn: { xmp: rightsOf(image), orientation }, width, height, alpha };
};

const rewrite = (image: Image, bytes: Buffer, stored: Stored): Buffer | null => {
  const { leftIn } = stored;
  switch (image.mediaType) {
    case 'image/jpeg':
      return cleanJpeg(bytes, leftIn);
    case 'image/png':
      return cleanPng(bytes, leftIn);
    case 'image/webp':
      return cleanWebp(bytes, leftIn, stored);
    case 'image/gif':
      return cleanGif(bytes, leftIn);
    default:
      return null;
  }
};

/** Without loss where the format can; a JPEG whose parts cannot be followed is encoded anew as well as can be. */
const encode = (pixels: Sharp, { mediaType }: Image): Sharp => {
  switch (mediaType) {
    case 'image/avif':
      return pixels.avif({ lossless: true, effort: 2 });
    case 'image/tiff':
      return pixels.tiff({ compression: 'deflate', predictor: 'horizontal' });
    case 'image/jpeg':
      return pixels.jpeg({ quality: 95, chromaSubsampling: '4:4:4' });
    case 'image/webp':
      return pixels.webp({ lossless: true });
    case 'image/gif':
      return pixels.gif();
    default:
      return pixels.png();
  }
};

/**
 * The original in full size with its metadata cleaned, to be handed on by people who care for privacy: places, names of cameras and
 * their owners, serial numbers, previews, comments and editors' histories are gone; the colors, which way is up, and the
 * rights as the library knows them are there. JPEG, PNG, WebP and GIF keep their picture data byte for byte; AVIF and TIFF are encoded anew
 * without loss. A drawing was cleaned when it came in. `bytes` are the original's.
 */
export const cleanOriginal = async (image: Image, bytes: Buffer): Promise<Buffer> => {
  if (image.mediaType === 'image/svg+xml') return bytes;
  const stored = await readStored(image, bytes);
  const rewritten = rewrite(image, bytes, stored);
  if (rewritten !== null) return rewritten;
  const colored = await withColors(openPixels(bytes, image.mediaType));
  return encode(colored.autoOrient().withXmp(stored.leftIn.xmp), image).toBuffer();
};
