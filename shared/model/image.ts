import { z } from 'zod';
import { instantSchema } from './dates.ts';
import { creditSchema } from './credit.ts';
import { imageIdSchema } from './ids.ts';

/** The picture formats a library keeps. */
export const imageMediaTypeSchema = z.enum([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
  'image/gif',
  'image/tiff',
  'image/svg+xml',
]);
export type ImageMediaType = z.infer<typeof imageMediaTypeSchema>;

/** What credit lines call a picture: “Photo” or “Image” (a drawing, a painting, a map, a screenshot …). */
export const pictureKindSchema = z.enum(['photo', 'image']);
export type PictureKind = z.infer<typeof pictureKindSchema>;

export const imageSchema = z.strictObject({
  id: imageIdSchema,
  mediaType: imageMediaTypeSchema,
  /** Name of the file as it came in, for people; never used as a path. */
  fileName: z.string().max(300),
  /** Size of the original in bytes. */
  bytes: z.int().positive(),
  /** Pixels as shown, that is with the orientation applied. */
  width: z.int().positive(),
  height: z.int().positive(),
  /** More than one frame. */
  animated: z.boolean(),
  /** Text alternative; empty means "still to be written" unless `decorative`. */
  alt: z.string().max(5_000),
  /** True when the picture says nothing that the text does not: published with an empty `alt`. */
  decorative: z.boolean(),
  /** As the curator said; null: as its format suggests (see `pictureNoun`). Files beside pictures were once without it. */
  kind: pictureKindSchema.nullable().default(null),
  credit: creditSchema,
  addedAt: instantSchema,
});
export type Image = z.infer<typeof imageSchema>;
