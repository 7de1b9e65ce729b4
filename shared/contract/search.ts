import { z } from 'zod';
import { resourceIdSchema, smartListIdSchema, topicIdSchema } from '../model/ids.ts';
import { resourceSchema } from '../model/resource.ts';
import { resourceSortSchema, smartListSchema } from '../model/smart-list.ts';
import { mostIds } from './bulk.ts';
import { mutation, query } from './define.ts';

/** Where a text matches, in UTF-16 code units: from the first up to, without, the second. In order, never overlapping. */
const rangesSchema = z.array(z.tuple([z.int().nonnegative(), z.int().positive()]));

const fields = resourceSchema.pick({
  title: true,
  url: true,
  typeId: true,
  creators: true,
  publisher: true,
  language: true,
  subjects: true,
  publishedOn: true,
  addedOn: true,
  modifiedOn: true,
  checkedOn: true,
  updatedAt: true,
}).shape;

/** A resource that was found, with what made it match. */
export const foundResourceSchema = z.strictObject({
  resourceId: resourceIdSchema,
  ...fields,
  titleRanges: rangesSchema,
  /** The place in the summary that matches, else its beginning; plain text. Null: it has no summary. */
  snippet: z.strictObject({ text: z.string(), ranges: rangesSchema }).nullable(),
  /** Where it matches when neither title nor snippet show it. */
  elsewhere: z
    .strictObject({
      field: z.enum(['creator', 'subject', 'publisher', 'url', 'credit', 'topic']),
      text: z.string(),
      ranges: rangesSchema,
    })
    .nullable(),
  topics: z.array(z.strictObject({ topicId: topicIdSchema, title: z.string() })),
});
export type FoundResource = z.infer<typeof foundResourceSchema>;

const askedSchema = z.strictObject({
  /** As typed: see `parseQuery`. Empty: everything. */
  query: z.string().max(2_000),
  sort: resourceSortSchema,
  descending: z.boolean(),
  /** Leaves out what stands in this topic already. */
  notInTopicId: topicIdSchema.nullable().default(null),
});

const countedSchema = z.array(z.strictObject({ value: z.string(), count: z.int().positive() }));

/** What is said about a search beside what it found. */
export const searchAnswerSchema = z.strictObject({
  total: z.int().nonnegative(),
  items: z.array(foundResourceSchema),
  /** Words that nothing, or hardly anything, has as typed, and the closest that were looked for as well. */
  closest: z.array(
    z.strictObject({ word: z.string(), instead: z.array(z.string()), nothingAsTyped: z.boolean() }),
  ),
  /** Parts of the query that were left out. */
  problems: z.array(z.strictObject({ kind: z.enum(['date-wrong', 'value-missing']), text: z.string() })),
  /** How many of all that match are of each type, topic and language, the largest first; null unless asked for. */
  facets: z
    .strictObject({
      types: countedSchema,
      topics: z.array(z.strictObject({ value: topicIdSchema, title: z.string(), count: z.int().positive() })),
      languages: countedSchema,
    })
    .nullable(),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;

const { title, query: listQuery, sort, descending } = smartListSchema.shape;
const ok = z.null();

/** The lists that every library has, in the order shown. Their names are messages below `list.built-in.`. */
export const builtInLists = [
  { id: 'recently-added', query: 'added:30d', sort: 'added', descending: true },
  { id: 'changed-this-week', query: 'changed:7d', sort: 'changed', descending: true },
  { id: 'no-summary', query: 'no:summary', sort: 'added', descending: true },
  { id: 'review-due', query: 'is:review-due', sort: 'checked', descending: false },
  { id: 'credits-to-complete', query: 'is:credit-due', sort: 'changed', descending: true },
  { id: 'in-no-topic', query: 'is:unplaced', sort: 'added', descending: true },
] as const;

export const searchCalls = {
  'search.query': query(
    askedSchema.extend({
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(200),
      facets: z.boolean(),
    }),
    searchAnswerSchema,
  ),
  /** Ids of what matches, in the order asked for, from one place on: to choose them. `total` counts all that match. */
  'search.ids': query(
    askedSchema.extend({ offset: z.int().nonnegative(), limit: z.int().min(1).max(mostIds) }),
    z.strictObject({ total: z.int().nonnegative(), resourceIds: z.array(resourceIdSchema) }),
  ),

  /** The library's own lists in their order. */
  'lists.all': query(z.strictObject({}), z.array(smartListSchema)),
  /** How many resources each built-in list and each of the library's own holds now, by its id. */
  'lists.counts': query(z.strictObject({}), z.record(z.string(), z.int().nonnegative())),
  'lists.create': mutation(
    z.strictObject({ title, query: listQuery, sort, descending }),
    z.strictObject({ listId: smartListIdSchema }),
  ),
  'lists.update': mutation(
    z.strictObject({
      listId: smartListIdSchema,
      patch: z.strictObject({ title, query: listQuery, sort, descending }).partial(),
    }),
    ok,
  ),
  /** Before `beforeId`, or last when it is null. */
  'lists.move': mutation(
    z.strictObject({ listId: smartListIdSchema, beforeId: smartListIdSchema.nullable() }),
    ok,
  ),
  'lists.remove': mutation(z.strictObject({ listId: smartListIdSchema }), ok),
} as const;
