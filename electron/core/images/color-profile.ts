import type { Sharp } from 'sharp';

/** Usual profiles have half a kilobyte to four; one of a scanner with tables is not worth its weight in a thumbnail. */
const largestProfile = 64 * 1024;

/** The color space of the pixels that a profile is for, four letters at byte 16 (ICC.1 §7.2.6). */
const spaceOf = (profile: Buffer): string => profile.toString('latin1', 16, 20);

/**
 * Keeps a picture's colors what they are. A profile for RGB stays with the pixels it is for, so that a wide gamut (Display P3,
 * Adobe RGB) is not cut down to sRGB. Pixels of another kind (CMYK, gray, Lab) are turned into sRGB by their profile, and say so.
 * A picture without a profile gets none: it is sRGB by convention, and everything else would be a guess.
 */
export const withColors = async (pixels: Sharp): Promise<Sharp> => {
  const { icc, space } = await pixels.metadata();
  if (icc === undefined) return space === 'cmyk' ? pixels.withIccProfile('srgb') : pixels;
  const isRgb = spaceOf(icc) === 'RGB ' && (space === 'srgb' || space === 'rgb16' || space === 'rgb');
  return isRgb && icc.length <= largestProfile ? pixels.keepIccProfile() : pixels.withIccProfile('srgb');
};
