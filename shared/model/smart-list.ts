import { z } from 'zod';
import { smartListIdSchema } from './ids.ts';
import { nameSchema, positionSchema } from './text.ts';

/** What the resources of a list are sorted by. `relevance`: by how well they match. */
export const resourceSortSchema = z.enum([
  'relevance',
  'title',
  'type',
  'publisher',
  'published',
  'added',
  'modified',
  'checked',
  'changed',
]);

export type ResourceSort = z.infer<typeof resourceSortSchema>;

/** A search that a curator kept under a name. Its resources are found anew each time. */
export const smartListSchema = z.strictObject({
  id: smartListIdSchema,
  title: nameSchema,
  /** As typed into the search box: words, phrases and filters. */
  query: z.string().max(2_000),
  sort: resourceSortSchema,
  descending: z.boolean(),
  /** Fractional index among the lists. */
  position: positionSchema,
});
export type SmartList = z.infer<typeof smartListSchema>;
