import type { Image } from '../../model/image.ts';

/** What a credit line calls a picture. */
export type PictureNoun = 'photo' | 'image';

/** Formats that cameras do not write: drawings, screenshots, animations. */
const drawn: ReadonlySet<Image['mediaType']> = new Set(['image/svg+xml', 'image/gif', 'image/png']);

/** “Photo” only where it can be one: not for a drawing's format, nor for what a machine made up. */
export const pictureNoun = ({ mediaType, credit }: Pick<Image, 'mediaType' | 'credit'>): PictureNoun =>
  drawn.has(mediaType) || credit.licenseId === 'ai-generated' ? 'image' : 'photo';
