import { z } from 'zod';
import { instantSchema } from '../model/dates.ts';
import { distinctionIdSchema, resourceIdSchema } from '../model/ids.ts';
import { mutation, query } from './define.ts';
import { resourcePatchSchema } from './resources.ts';
import { resourceDetailSchema } from './views.ts';

/** Resources that are as good as the same work, and the strongest reason to think so. */
export const duplicateGroupSchema = z.strictObject({
  reason: z.enum(['identifier', 'address', 'title']),
  resourceIds: z.array(resourceIdSchema).min(2),
});
export type DuplicateGroup = z.infer<typeof duplicateGroupSchema>;

export const duplicateCalls = {
  /** All groups, the surest first; `items` are those from `offset` on, whole, for reviewing side by side. */
  'duplicates.find': query(
    z.strictObject({ offset: z.int().nonnegative(), limit: z.int().min(1).max(50) }),
    z.strictObject({
      total: z.int().nonnegative(),
      items: z.array(duplicateGroupSchema.extend({ resources: z.array(resourceDetailSchema) })),
    }),
  ),
  /**
   * Makes one resource of several, as one undo step. `keepId` stays, with the fields of `patch`; what it lacks is taken
   * from the others. Every topic that showed one of them shows it, in the same place; their notes, subjects, numbers and
   * differing addresses are kept with it. The others go to the trash.
   */
  'duplicates.merge': mutation(
    z.strictObject({
      keepId: resourceIdSchema,
      dropIds: z.array(resourceIdSchema).min(1).max(100),
      patch: resourcePatchSchema,
    }),
    z.null(),
  ),
  /** Remembers that these are different works: they are not found as duplicates of each other any more. One undo step. */
  'duplicates.keepApart': mutation(
    z.strictObject({ resourceIds: z.array(resourceIdSchema).min(2).max(1_000) }),
    z.null(),
  ),
  /** What was told apart, newest first, as far as at least two of its resources are still there. */
  'duplicates.apart': query(
    z.strictObject({}),
    z.array(
      z.strictObject({
        distinctionId: distinctionIdSchema,
        at: instantSchema,
        by: z.string(),
        titles: z.array(z.string()).min(2),
      }),
    ),
  ),
  /** Lets what was told apart be found again. */
  'duplicates.compareAgain': mutation(z.strictObject({ distinctionId: distinctionIdSchema }), z.null()),
} as const;
