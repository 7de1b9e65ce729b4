import { z } from 'zod';
import { honestDateSchema, instantSchema } from './dates.ts';
import {
  imageIdSchema,
  placementIdSchema,
  resourceIdSchema,
  resourceTypeIdSchema,
  sectionIdSchema,
  topicIdSchema,
} from './ids.ts';
import {
  languageSchema,
  markdownSchema,
  nameSchema,
  optionalLineSchema,
  positionSchema,
  webAddressSchema,
} from './text.ts';

/** A standard number of the work: DOI without its resolver, ISBN without hyphens, OCLC number. */
export const identifierSchema = z.strictObject({
  scheme: z.enum(['doi', 'isbn', 'issn', 'oclc', 'other']),
  value: z.string().trim().min(1).max(500),
});
export type Identifier = z.infer<typeof identifierSchema>;

/** The source of a quoted text. */
export const quotedFromSchema = z.strictObject({
  /** Who or what is quoted, as readers will see it: `World Health Organization`. */
  source: z.string().trim().min(1).max(1_000),
  url: webAddressSchema.nullable(),
});

/**
 * Something worth a reader's time: a link, a document, a book. It may stand in many topics (see `Placement`).
 * Each of the four dates has one meaning and none stands in for another.
 */
export const resourceSchema = z.strictObject({
  id: resourceIdSchema,
  title: nameSchema,
  url: webAddressSchema.nullable(),
  typeId: resourceTypeIdSchema,
  summary: markdownSchema,
  /** Where the summary was taken from, word for word; null: the curator's own words. */
  quotedFrom: quotedFromSchema.nullable(),
  creators: z.array(z.string().trim().min(1).max(500)).max(200),
  publisher: optionalLineSchema,
  identifiers: z.array(identifierSchema).max(50),
  language: languageSchema.nullable(),
  subjects: z.array(z.string().trim().min(1).max(300)).max(500),
  audience: optionalLineSchema,
  /** What a reader needs to know to get in: "library card needed", "free registration". Published. */
  accessNote: optionalLineSchema,
  /** What the source says of its own rights, as found. */
  rights: z.string().max(10_000).nullable(),
  imageId: imageIdSchema.nullable(),
  /** When the work came out. */
  publishedOn: honestDateSchema.nullable(),
  /** When it was added to the collection. */
  addedOn: honestDateSchema.nullable(),
  /** When its own page or text last changed. */
  modifiedOn: honestDateSchema.nullable(),
  /** When somebody here last looked whether it is still there and still right. */
  checkedOn: honestDateSchema.nullable(),
  /** For colleagues only; never published. */
  note: z.string().max(100_000),
  /** Columns of an import that have no field here, kept under their own names so that nothing is lost. */
  otherFields: z.record(z.string().max(200), z.string().max(100_000)),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Resource = z.infer<typeof resourceSchema>;

/** A resource's place in one topic. */
export const placementSchema = z.strictObject({
  id: placementIdSchema,
  topicId: topicIdSchema,
  sectionId: sectionIdSchema,
  resourceId: resourceIdSchema,
  /** Fractional index within the section. */
  position: positionSchema,
  /** Shown here instead of the resource's own summary; null: the resource's own. */
  summary: markdownSchema.nullable(),
  createdAt: instantSchema,
});
export type Placement = z.infer<typeof placementSchema>;

/** Names of the icons a type may carry; the drawings are in `renderer/ui` and, for pages, in the exporter. */
export const typeIconSchema = z.enum([
  'newspaper',
  'presentation',
  'file-text',
  'graduation-cap',
  'video',
  'wrench',
  'chart-column',
  'book',
  'globe',
  'calendar',
  'image',
  'podcast',
  'database',
  'users',
  'bookmark',
]);
export type TypeIcon = z.infer<typeof typeIconSchema>;

/** A resource type of the library's own, beside the built-in ones. */
export const resourceTypeSchema = z.strictObject({
  id: resourceTypeIdSchema,
  name: z.string().trim().min(1).max(60),
  icon: typeIconSchema,
});
export type ResourceType = z.infer<typeof resourceTypeSchema>;
