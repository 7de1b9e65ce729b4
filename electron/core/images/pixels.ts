import sharp, { type Sharp } from 'sharp';
import { CarrelError } from '#shared/contract/errors.ts';
import type { ImageMediaType } from '#shared/model/image.ts';
import { refuse } from './refusals.ts';

// The operating system caches files better, and a library of photos would fill memory with decoded ones.
sharp.cache(false);
// Pictures run side by side instead; one thread each keeps the machine answering.
sharp.concurrency(1);

/** What one picture may cost. */
export const limits = {
  bytes: 60 * 1024 * 1024,
  svgBytes: 10 * 1024 * 1024,
  /** Width times height times frames. */
  pixels: 100_000_000,
  seconds: 30,
} as const;

/** Changes when the decoder or an encoder does, so that cached derivatives are made anew. */
export const pixelsVersion = `${sharp.versions.sharp}/${sharp.versions.vips}`;

const hasFrames = (mediaType: ImageMediaType) => mediaType === 'image/gif' || mediaType === 'image/webp';

/** Opens a picture within the limits. With `frames`, all frames of a GIF or WebP. */
export const openPixels = (bytes: Buffer, mediaType: ImageMediaType, frames = true): Sharp =>
  sharp(bytes, {
    failOn: 'error',
    limitInputPixels: limits.pixels,
    animated: frames && hasFrames(mediaType),
  }).timeout({ seconds: limits.seconds });

/** Opens a cleaned SVG, enlarged by its own numbers so that lines stay sharp; its size is given in pixels at 72 dpi. */
export const openDrawing = (bytes: Buffer, scale: number): Sharp =>
  sharp(bytes, {
    failOn: 'error',
    limitInputPixels: limits.pixels,
    density: Math.min(100_000, Math.max(1, 72 * scale)),
  }).timeout({ seconds: limits.seconds });

/** An APNG says so in a chunk that comes before its first picture (PNG third edition §11.3.6.1). */
const isAnimatedPng = (bytes: Buffer) => {
  const control = bytes.indexOf('acTL', 0, 'latin1');
  return (
    control !== -1 && control < bytes.indexOf('IDAT', 0, 'latin1') && bytes.readUInt32BE(control + 4) > 1
  );
};

const refusalFor = (error: unknown): CarrelError => {
  if (error instanceof CarrelError) return error;
  const message = error instanceof Error ? error.message : '';
  if (/pixel limit|too large|dimensions? (?:too|exceed)/i.test(message)) return tooManyPixels(error);
  if (/timeout/i.test(message)) return refuse('image-too-slow', {}, error);
  if (
    /premature end|truncat|unexpected end|read error|not enough|end of (?:file|stream|data)|bad seek/i.test(
      message,
    )
  ) {
    return refuse('image-incomplete', {}, error);
  }
  return refuse('image-damaged', {}, error);
};

const tooManyPixels = (cause?: unknown) =>
  refuse('image-too-many-pixels', { limit: limits.pixels / 1_000_000 }, cause);

/** Size as shown (upright) and whether it moves. */
export type Measured = { readonly width: number; readonly height: number; readonly animated: boolean };

/**
 * Decodes the whole picture once, so that what is broken, cut short or a bomb is refused at the door and never met
 * later. The size is asked first; the pixels are streamed, not held.
 */
export const measurePixels = async (bytes: Buffer, mediaType: ImageMediaType): Promise<Measured> => {
  try {
    const found = await openPixels(bytes, mediaType).metadata();
    const pages = hasFrames(mediaType) ? (found.pages ?? 1) : 1;
    const height = found.pageHeight ?? found.height;
    if (found.width * height * pages > limits.pixels) throw tooManyPixels();
    await openPixels(bytes, mediaType)
      .resize(8, 8, { fit: 'fill', fastShrinkOnLoad: false })
      .raw()
      .toBuffer();
    const upright = (found.orientation ?? 1) < 5;
    return {
      width: upright ? found.width : height,
      height: upright ? height : found.width,
      animated: pages > 1 || (mediaType === 'image/png' && isAnimatedPng(bytes)),
    };
  } catch (error) {
    throw refusalFor(error);
  }
};
