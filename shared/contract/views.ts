import { z } from 'zod';
import { changeLabelSchema } from '../model/change.ts';
import { instantSchema } from '../model/dates.ts';
import {
  changeIdSchema,
  imageIdSchema,
  placementIdSchema,
  resourceIdSchema,
  topicIdSchema,
} from '../model/ids.ts';
import { imageSchema } from '../model/image.ts';
import { resourceSchema } from '../model/resource.ts';
import { sectionSchema, topicSchema, topicStatusSchema } from '../model/topic.ts';

/** A line of the topic tree. */
export const topicNodeSchema = z.strictObject({
  id: topicIdSchema,
  parentId: topicIdSchema.nullable(),
  title: z.string(),
  slug: z.string(),
  status: topicStatusSchema,
  /** Resources placed in this topic itself, each counted once. */
  resourceCount: z.int().nonnegative(),
});
export type TopicNode = z.infer<typeof topicNodeSchema>;

/** What a board shows of one resource in one place. */
export const entrySchema = z.strictObject({
  placementId: placementIdSchema,
  resourceId: resourceIdSchema,
  title: z.string(),
  url: z.string().nullable(),
  typeId: z.string(),
  /** The summary that applies here, Markdown. */
  summary: z.string(),
  /** Where that summary is quoted from; null: in the curator's own words. */
  quotedFrom: resourceSchema.shape.quotedFrom,
  publisher: z.string().nullable(),
  creators: z.array(z.string()),
  publishedOn: z.string().nullable(),
  addedOn: z.string().nullable(),
  modifiedOn: z.string().nullable(),
  checkedOn: z.string().nullable(),
  imageId: imageIdSchema.nullable(),
  /** In how many topics the resource stands, this one included. */
  topicCount: z.int().positive(),
});
export type Entry = z.infer<typeof entrySchema>;

/** A section with its entries in the order shown. */
export const boardSectionSchema = z.strictObject({
  section: sectionSchema,
  /** All that the section shows, in order. */
  entryIds: z.array(placementIdSchema),
  /** The first of them: all, unless the board is a long one. The others are asked for by `topics.entries`. */
  entries: z.array(entrySchema),
  /** Entries a live section holds beyond its limit: how many are left out of `entryIds`. */
  hiddenCount: z.int().nonnegative(),
});
export type BoardSection = z.infer<typeof boardSectionSchema>;

/** One topic with all that its board shows. */
export const boardSchema = z.strictObject({
  topic: topicSchema,
  heroImage: imageSchema.nullable(),
  sections: z.array(boardSectionSchema),
  /** Titles from the top of the tree down to the parent. */
  path: z.array(z.strictObject({ id: topicIdSchema, title: z.string() })),
});
export type Board = z.infer<typeof boardSchema>;

/** A resource with the topics it stands in. */
export const resourceDetailSchema = z.strictObject({
  resource: resourceSchema,
  image: imageSchema.nullable(),
  placements: z.array(
    z.strictObject({
      placementId: placementIdSchema,
      topicId: topicIdSchema,
      topicTitle: z.string(),
      sectionTitle: z.string(),
    }),
  ),
});
export type ResourceDetail = z.infer<typeof resourceDetailSchema>;

/** Where a picture is used. */
export const imageDetailSchema = z.strictObject({
  image: imageSchema,
  usedBy: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('hero'), topicId: topicIdSchema, title: z.string() }),
      z.strictObject({ kind: z.literal('resource'), resourceId: resourceIdSchema, title: z.string() }),
      z.strictObject({ kind: z.literal('logo'), title: z.string() }),
    ]),
  ),
});
export type ImageDetail = z.infer<typeof imageDetailSchema>;

/** What undo and redo would do now. */
export const historyStateSchema = z.strictObject({
  seq: z.int().nonnegative(),
  undo: z.strictObject({ changeId: changeIdSchema, label: changeLabelSchema, at: instantSchema }).nullable(),
  redo: z.strictObject({ changeId: changeIdSchema, label: changeLabelSchema, at: instantSchema }).nullable(),
});
export type HistoryState = z.infer<typeof historyStateSchema>;
