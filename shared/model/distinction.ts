import { z } from 'zod';
import { instantSchema } from './dates.ts';
import { distinctionIdSchema, resourceIdSchema } from './ids.ts';

/** A curator's word that resources which look like one work are not: they are not offered as duplicates of each other again. */
export const distinctionSchema = z.strictObject({
  id: distinctionIdSchema,
  /** None is the same work as any of the others. */
  resourceIds: z.array(resourceIdSchema).min(2),
  by: z.string().max(200),
  at: instantSchema,
});
