import { z } from 'zod';
import {
  jobIdSchema,
  placementIdSchema,
  resourceIdSchema,
  sectionIdSchema,
  topicIdSchema,
} from '../model/ids.ts';
import { resourceSchema } from '../model/resource.ts';
import { smartListSchema } from '../model/smart-list.ts';
import { topicSchema } from '../model/topic.ts';
import { mutation, query } from './define.ts';
import { resourceDetailSchema } from './views.ts';

/** As many as one call names by id; a whole topic or library, or what a search finds, is named as such. */
export const mostIds = 20_000;

const placementIds = z.array(placementIdSchema).min(1).max(mostIds);

/** As many as can be compared side by side. */
export const mostCompared = 12;

/** Which resources a piece of bulk work is about. Each counts once, however often it is named or placed. */
export const bulkTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('resources'),
    resourceIds: z.array(resourceIdSchema).min(1).max(mostIds),
  }),
  /** The resources of these entries, as they are chosen on a board. */
  z.strictObject({ kind: z.literal('placements'), placementIds }),
  z.strictObject({ kind: z.literal('topic'), topicId: topicIdSchema }),
  z.strictObject({ kind: z.literal('library') }),
  /**
   * What a search finds when the work begins, in its order: all of it, or what stands between two results, these
   * included; without some, and with others after it. `conflict` with reason `range-gone` when one of the two is not
   * found any more.
   */
  z.strictObject({
    kind: z.literal('search'),
    query: z.string().max(2_000),
    sort: smartListSchema.shape.sort,
    descending: z.boolean(),
    between: z.tuple([resourceIdSchema, resourceIdSchema]).nullable(),
    except: z.array(resourceIdSchema).max(mostIds),
    also: z.array(resourceIdSchema).max(mostIds),
  }),
]);
export type BulkTarget = z.infer<typeof bulkTargetSchema>;

const { typeId, language, publishedOn, addedOn, modifiedOn, checkedOn } = resourceSchema.shape;
const { publisher, audience, accessNote, subjects } = resourceSchema.shape;

/** What is set on every resource; null empties a field. Subjects are compared whatever their case. */
export const bulkEditSchema = z
  .strictObject({
    typeId,
    language,
    publishedOn,
    addedOn,
    modifiedOn,
    checkedOn,
    publisher,
    audience,
    accessNote,
    addSubjects: subjects,
    removeSubjects: subjects,
  })
  .partial()
  .refine((edit) => Object.keys(edit).length > 0);
export type BulkEdit = z.infer<typeof bulkEditSchema>;

const { status, language: topicLanguage, owner, reviewBy } = topicSchema.shape;

/** What is set on every topic; null empties a field. */
const bulkTopicEditSchema = z
  .strictObject({ status, language: topicLanguage, owner, reviewBy })
  .partial()
  .refine((edit) => Object.keys(edit).length > 0);

/** Literal text to find and what stands in for it. Also applies where a topic has its own summary. */
export const bulkReplaceSchema = z.strictObject({
  find: z.string().min(1).max(500),
  replaceWith: z.string().max(10_000),
  matchCase: z.boolean(),
  wholeWords: z.boolean(),
  fields: z.array(z.enum(['title', 'summary'])).min(1),
});
export type BulkReplace = z.infer<typeof bulkReplaceSchema>;

/** What became of it: `result` of a job of kind `bulk`. */
export const bulkReportSchema = z.strictObject({
  changed: z.int().nonnegative(),
  /** Left as they were: there was nothing to change, or they stand there already. */
  unchanged: z.int().nonnegative(),
});
export type BulkReport = z.infer<typeof bulkReportSchema>;

/** Work on a few is done when it is answered; on many, a job of kind `bulk` is on its way. */
export const bulkOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done'), report: bulkReportSchema }),
  z.strictObject({ kind: z.literal('started'), jobId: jobIdSchema }),
]);
export type BulkOutcome = z.infer<typeof bulkOutcomeSchema>;

/** Before `beforeId` or last; `sectionId` null: the topic's first section. */
const place = {
  topicId: topicIdSchema,
  sectionId: sectionIdSchema.nullable(),
  beforeId: placementIdSchema.nullable(),
};

const target = bulkTargetSchema;

/** A stretch of text around a match, in pieces. */
const replacedTextSchema = z.array(
  z.strictObject({ kind: z.enum(['kept', 'removed', 'added']), text: z.string() }),
);

/** Each is one undo step. */
export const bulkCalls = {
  /**
   * Moves entries to one place, in the order named. Those whose resource stands in that topic already stay where they
   * are. `conflict` with reason `live-section-order` when the place is inside a live section's own order.
   */
  'bulk.move': mutation(z.strictObject({ placementIds, ...place }), bulkOutcomeSchema),
  /** Shows the resources there, too. Those that stand in that topic already stay as they are. */
  'bulk.show': mutation(z.strictObject({ target, ...place }), bulkOutcomeSchema),
  /** Makes independent copies of the resources and puts them there. */
  'bulk.copy': mutation(z.strictObject({ target, ...place }), bulkOutcomeSchema),
  /** Takes entries out of their topics; the resources stay in the library. */
  'bulk.takeOut': mutation(z.strictObject({ placementIds }), bulkOutcomeSchema),
  /** Out of every topic and to the trash, where each can be put back by itself. */
  'bulk.remove': mutation(z.strictObject({ target }), bulkOutcomeSchema),
  'bulk.edit': mutation(z.strictObject({ target, edit: bulkEditSchema }), bulkOutcomeSchema),
  /** What `bulk.replace` would do: all counted, the first fifty shown. Changes nothing. */
  'bulk.previewReplace': query(
    z.strictObject({ target, replace: bulkReplaceSchema }),
    z.strictObject({
      resources: z.int().nonnegative(),
      places: z.int().nonnegative(),
      /** Titles that would be empty or too long afterward; they are left as they are. */
      refused: z.int().nonnegative(),
      samples: z.array(
        z.strictObject({
          resourceId: resourceIdSchema,
          title: z.string(),
          field: z.enum(['title', 'summary']),
          /** The topic whose own summary it is; null: the resource's. */
          topicTitle: z.string().nullable(),
          text: replacedTextSchema,
        }),
      ),
    }),
  ),
  'bulk.replace': mutation(z.strictObject({ target, replace: bulkReplaceSchema }), bulkOutcomeSchema),
  /** Sets the same on many topics. */
  'bulk.editTopics': mutation(
    z.strictObject({ topicIds: z.array(topicIdSchema).min(1).max(mostIds), edit: bulkTopicEditSchema }),
    bulkOutcomeSchema,
  ),
  /** The resources, whole, to be looked at side by side. `conflict` (`too-many-to-compare`) for more than `mostCompared`. */
  'bulk.details': query(z.strictObject({ target }), z.array(resourceDetailSchema)),
  /** The topics in which each of the resources stands already. */
  'bulk.alreadyIn': query(z.strictObject({ target }), z.array(topicIdSchema)),
  /** How many resources it is, and what a form offers to take away from them. */
  'bulk.summary': query(
    z.strictObject({ target }),
    z.strictObject({
      resources: z.int().nonnegative(),
      /** The subjects that occur, with how many resources carry each; the fifty most frequent. */
      subjects: z.array(z.strictObject({ subject: z.string(), count: z.int().positive() })),
    }),
  ),
} as const;
