import { z } from 'zod';
import { placementIdSchema, resourceIdSchema, sectionIdSchema, topicIdSchema } from '../model/ids.ts';
import { sectionSchema, topicSchema } from '../model/topic.ts';
import { mutation, query } from './define.ts';
import { boardSchema, entrySchema, topicNodeSchema } from './views.ts';

const {
  title,
  slug,
  description,
  hero,
  status,
  language,
  owner,
  reviewBy,
  theme,
  textLicenseId,
  commercialUse,
} = topicSchema.shape;

const sectionPatch = z.strictObject({
  title: sectionSchema.options[0].shape.title.optional(),
  description: sectionSchema.options[0].shape.description.optional(),
  /**
   * Turning a live section into a curated one keeps the order it shows at that moment. Entries that stand in other
   * sections, and were only shown here too, stay where they are.
   */
  kind: z.enum(['curated', 'live']).optional(),
  sortBy: sectionSchema.options[1].shape.sortBy.optional(),
  limit: sectionSchema.options[1].shape.limit.optional(),
});

const ok = z.null();

export const topicCalls = {
  /** The whole tree, depth first, siblings in their order. */
  'topics.tree': query(z.strictObject({}), z.array(topicNodeSchema)),
  'topics.board': query(z.strictObject({ topicId: topicIdSchema }), boardSchema),
  /** Entries of a long board, as they come into sight. Those that are gone are left out. */
  'topics.entries': query(
    z.strictObject({ placementIds: z.array(placementIdSchema).min(1).max(500) }),
    z.array(entrySchema),
  ),
  /** Makes a topic with one live section, last among its siblings. The slug comes from the title. */
  'topics.create': mutation(
    z.strictObject({ title, parentId: topicIdSchema.nullable() }),
    z.strictObject({ topicId: topicIdSchema }),
  ),
  'topics.update': mutation(
    z.strictObject({
      topicId: topicIdSchema,
      patch: z.strictObject({
        title: title.optional(),
        slug: slug.optional(),
        description: description.optional(),
        hero: hero.optional(),
        status: status.optional(),
        language: language.optional(),
        owner: owner.optional(),
        reviewBy: reviewBy.optional(),
        theme: theme.optional(),
        textLicenseId: textLicenseId.optional(),
        commercialUse: commercialUse.optional(),
      }),
    }),
    ok,
  ),
  /** Before `beforeId`, or last when it is null. `conflict` when the parent is the topic itself or below it. */
  'topics.move': mutation(
    z.strictObject({
      topicId: topicIdSchema,
      parentId: topicIdSchema.nullable(),
      beforeId: topicIdSchema.nullable(),
    }),
    ok,
  ),
  /** To the trash, with the topics below it. Its resources stay in the library. */
  'topics.remove': mutation(z.strictObject({ topicId: topicIdSchema }), ok),

  /** `index` counts from 0; null: last. */
  'sections.add': mutation(
    z.strictObject({
      topicId: topicIdSchema,
      title: sectionSchema.options[0].shape.title,
      kind: z.enum(['curated', 'live']),
      index: z.int().nonnegative().nullable(),
    }),
    z.strictObject({ sectionId: sectionIdSchema }),
  ),
  'sections.update': mutation(
    z.strictObject({ topicId: topicIdSchema, sectionId: sectionIdSchema, patch: sectionPatch }),
    ok,
  ),
  'sections.move': mutation(
    z.strictObject({ topicId: topicIdSchema, sectionId: sectionIdSchema, index: z.int().nonnegative() }),
    ok,
  ),
  /** Its entries move to `moveEntriesTo`, or leave the topic when that is null. A topic keeps at least one section. */
  'sections.remove': mutation(
    z.strictObject({
      topicId: topicIdSchema,
      sectionId: sectionIdSchema,
      moveEntriesTo: sectionIdSchema.nullable(),
    }),
    ok,
  ),

  /** Puts a resource into a topic, before `beforeId` or last. `conflict` when it is there already. */
  'placements.add': mutation(
    z.strictObject({
      resourceId: resourceIdSchema,
      topicId: topicIdSchema,
      sectionId: sectionIdSchema.nullable(),
      beforeId: placementIdSchema.nullable(),
    }),
    z.strictObject({ placementId: placementIdSchema }),
  ),
  /** `conflict` with reason `live-section-order` when the place asked for is inside a live section's own order. */
  'placements.move': mutation(
    z.strictObject({
      placementId: placementIdSchema,
      topicId: topicIdSchema,
      sectionId: sectionIdSchema,
      beforeId: placementIdSchema.nullable(),
    }),
    ok,
  ),
  'placements.update': mutation(
    z.strictObject({ placementId: placementIdSchema, summary: z.string().max(100_000).nullable() }),
    ok,
  ),
  /** Takes the resource out of this topic; it stays in the library. */
  'placements.remove': mutation(z.strictObject({ placementId: placementIdSchema }), ok),
} as const;
