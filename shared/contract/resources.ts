import { z } from 'zod';
import {
  placementIdSchema,
  resourceIdSchema,
  resourceTypeIdSchema,
  sectionIdSchema,
  topicIdSchema,
} from '../model/ids.ts';
import { resourceSchema, resourceTypeSchema } from '../model/resource.ts';
import { mutation, query } from './define.ts';
import { resourceDetailSchema } from './views.ts';

const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...editable } = resourceSchema.shape;

/** The fields of a resource that a curator can edit, each optional. */
export const resourcePatchSchema = z.strictObject(editable).partial();
export type ResourcePatch = z.infer<typeof resourcePatchSchema>;

const ok = z.null();

export const resourceCalls = {
  /** Makes a resource and, with `topicId`, puts it last into that section (null: the topic's first). */
  'resources.create': mutation(
    z.strictObject({
      fields: resourcePatchSchema.required({ title: true }),
      topicId: topicIdSchema.nullable(),
      sectionId: sectionIdSchema.nullable(),
    }),
    z.strictObject({ resourceId: resourceIdSchema, placementId: placementIdSchema.nullable() }),
  ),
  'resources.get': query(z.strictObject({ resourceId: resourceIdSchema }), resourceDetailSchema),
  'resources.update': mutation(
    z.strictObject({ resourceId: resourceIdSchema, patch: resourcePatchSchema }),
    ok,
  ),
  /** Out of every topic and to the trash. */
  'resources.remove': mutation(z.strictObject({ resourceId: resourceIdSchema }), ok),
  /** Resources whose title, address, creators, subjects or publisher hold every word of `text`, newest first. */
  'resources.find': query(
    z.strictObject({
      text: z.string().max(500),
      limit: z.int().min(1).max(200),
      notInTopicId: topicIdSchema.nullable(),
    }),
    z.strictObject({
      total: z.int().nonnegative(),
      items: z.array(
        z.strictObject({
          resourceId: resourceIdSchema,
          title: z.string(),
          url: z.string().nullable(),
          typeId: z.string(),
          topicTitles: z.array(z.string()),
        }),
      ),
    }),
  ),

  'resourceTypes.list': query(z.strictObject({}), z.array(resourceTypeSchema)),
  'resourceTypes.create': mutation(
    resourceTypeSchema.pick({ name: true, icon: true }),
    z.strictObject({ typeId: resourceTypeIdSchema }),
  ),
  'resourceTypes.update': mutation(
    z.strictObject({
      typeId: resourceTypeIdSchema,
      patch: resourceTypeSchema.pick({ name: true, icon: true }).partial(),
    }),
    ok,
  ),
  /** Resources of this type become `replaceWith`. */
  'resourceTypes.remove': mutation(
    z.strictObject({ typeId: resourceTypeIdSchema, replaceWith: resourceTypeIdSchema }),
    ok,
  ),
} as const;
