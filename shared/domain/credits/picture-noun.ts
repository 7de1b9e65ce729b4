import type { Image, PictureKind } from '../../model/image.ts';

/** Formats that cameras do not write: drawings, screenshots, animations. */
const drawn: ReadonlySet<Image['mediaType']> = new Set(['image/svg+xml', 'image/gif', 'image/png']);

/**
 * What a credit line calls a picture: what the curator said, or “photo” only where it can be one, which a drawing's format
 * cannot. What a machine made up is never a photo.
 */
export const pictureNoun = ({
  mediaType,
  kind,
  credit,
}: Pick<Image, 'mediaType' | 'kind' | 'credit'>): PictureKind => {
  if (credit.licenseId === 'ai-generated') return 'image';
  return kind ?? (drawn.has(mediaType) ? 'image' : 'photo');
};
