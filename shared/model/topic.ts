import { z } from 'zod';
import { licenseIdSchema } from './credit.ts';
import { honestDateSchema, instantSchema } from './dates.ts';
import { imageIdSchema, sectionIdSchema, topicIdSchema } from './ids.ts';
import { pageThemeSchema } from './page-theme.ts';
import { languageSchema, markdownSchema, nameSchema, positionSchema } from './text.ts';

/** Where the eye should rest in a picture: fractions of width and height from the top left, 0 to 1. */
export const focalPointSchema = z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) });
export type FocalPoint = z.infer<typeof focalPointSchema>;

/** A topic's hero picture. `focalPoint` null shows the whole picture; a point lets it be cropped around there. */
export const heroSchema = z.strictObject({
  imageId: imageIdSchema,
  focalPoint: focalPointSchema.nullable(),
});

/** The date by which a live section sorts. */
export const liveSortSchema = z.enum(['added', 'published', 'modified']);
export type LiveSort = z.infer<typeof liveSortSchema>;

/**
 * A part of a board. A `curated` section keeps the order the curator gave it. A `live` section sorts itself, newest
 * first, over every resource placed anywhere in the topic, and shows the first `limit` of them (null: all).
 */
export const sectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    id: sectionIdSchema,
    kind: z.literal('curated'),
    title: nameSchema,
    description: markdownSchema,
  }),
  z.strictObject({
    id: sectionIdSchema,
    kind: z.literal('live'),
    title: nameSchema,
    description: markdownSchema,
    sortBy: liveSortSchema,
    limit: z.int().min(1).max(10_000).nullable(),
  }),
]);
export type Section = z.infer<typeof sectionSchema>;

/** The last part of a topic's address: lower-case ASCII words joined by hyphens, unique in the library. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80);
export type Slug = z.infer<typeof slugSchema>;

export const topicStatusSchema = z.enum(['draft', 'published']);
export type TopicStatus = z.infer<typeof topicStatusSchema>;

export const topicSchema = z.strictObject({
  id: topicIdSchema,
  title: nameSchema,
  slug: slugSchema,
  /** Null for a topic at the top of the tree. */
  parentId: topicIdSchema.nullable(),
  /** Fractional index among the topics with the same parent. */
  position: positionSchema,
  description: markdownSchema,
  hero: heroSchema.nullable(),
  /** In the order shown; at least one. */
  sections: z.array(sectionSchema).min(1).max(200),
  status: topicStatusSchema,
  /** Null: the library's own. */
  language: languageSchema.nullable(),
  owner: z.string().max(200).nullable(),
  reviewBy: honestDateSchema.nullable(),
  /** Addresses it had before, oldest first: exports send readers on from them. */
  formerSlugs: z.array(slugSchema).max(100),
  /** Null: the library's own. */
  theme: pageThemeSchema.nullable(),
  /** License of the text of this page; null: the library's own. */
  textLicenseId: licenseIdSchema.nullable(),
  /** Whether publications of this topic serve commercial advantage; null: as the library says. */
  commercialUse: z.boolean().nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Topic = z.infer<typeof topicSchema>;
