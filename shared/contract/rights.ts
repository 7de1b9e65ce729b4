import { z } from 'zod';
import { creditSchema } from '../model/credit.ts';
import { evidenceSchema, rightsDecisionSchema } from '../model/evidence.ts';
import {
  changeIdSchema,
  evidenceIdSchema,
  imageIdSchema,
  jobIdSchema,
  rightsDecisionIdSchema,
  ticketSchema,
  topicIdSchema,
  uploadIdSchema,
} from '../model/ids.ts';
import { imageSchema } from '../model/image.ts';
import { mutation, query } from './define.ts';
import { exportReportSchema } from './exchange.ts';

const topicIds = z.array(topicIdSchema).min(1).nullable();
const imageIds = z.array(imageIdSchema).min(1).max(100_000);

/** What the report counts and can be narrowed to: the state of a credit, or what its license forbids or asks. */
export const rightsFilterSchema = z.enum([
  'unknown',
  'incomplete',
  'permission-needed',
  'complete',
  'non-commercial',
  'no-derivatives',
  'share-alike',
]);
export type RightsFilter = z.infer<typeof rightsFilterSchema>;

/** One picture of the report: how its credit stands by the duties of its license in print, which asks for most. */
export const rightsLineSchema = z.strictObject({
  image: imageSchema,
  state: z.enum(['unknown', 'incomplete', 'permission-needed', 'complete']),
  /** What is missing: message keys, what fills them, and the field that mends it. */
  missing: z.array(
    z.strictObject({
      key: z.string(),
      values: z.record(z.string(), z.string()),
      field: z.string(),
      required: z.boolean(),
    }),
  ),
  /** The newest decision to publish it all the same; null: none. */
  decision: rightsDecisionSchema.nullable(),
  /** Where none holds: the newest that was made about another license than the picture has now. */
  lapsed: rightsDecisionSchema.nullable(),
});
export type RightsLine = z.infer<typeof rightsLineSchema>;

/** What was written of a dossier: `result` of its job. Kept files that are missing are its problems. */
export const dossierReportSchema = exportReportSchema.omit({ format: true });
export type DossierReport = z.infer<typeof dossierReportSchema>;

const count = z.int().nonnegative();

const counts = z.strictObject(
  Object.fromEntries(['all', ...rightsFilterSchema.options].map((name) => [name, count])) as Record<
    'all' | RightsFilter,
    typeof count
  >,
);

const { id: _id, imageId: _image, file: _file, addedAt: _addedAt, ...described } = evidenceSchema.shape;

/** What a curator writes down about a piece of evidence, each optional. */
export const evidencePatchSchema = z.strictObject(described).partial();

const ok = z.null();

export const rightsCalls = {
  /**
   * The pictures of some topics, or with `topicIds` null of the whole library, what is open first. Commercial use is what was
   * said of the topics that show a picture. The counts are those of all; `filter` narrows `items` and `total`.
   */
  'rights.report': query(
    z.strictObject({
      topicIds,
      filter: rightsFilterSchema.nullable(),
      offset: count,
      limit: z.int().min(1).max(1_000),
    }),
    z.strictObject({
      counts,
      total: count,
      items: z.array(rightsLineSchema),
    }),
  ),
  /** The ids of all that `rights.report` counts under the filter, however many pages that is, in its order. */
  'rights.imageIds': query(
    z.strictObject({ topicIds, filter: rightsFilterSchema.nullable() }),
    z.array(imageIdSchema),
  ),
  /**
   * Sets the same fields of many credits, in one change. With `onlyEmpty` a field that is filled stays as it is. Fields
   * set here count as typed. Answers how many pictures changed.
   */
  'rights.editCredits': mutation(
    z.strictObject({
      imageIds,
      patch: creditSchema.omit({ origins: true }).partial(),
      onlyEmpty: z.boolean(),
    }),
    z.strictObject({ changed: count }),
  ),
  /** Records that these pictures may be published in spite of what the report says, and why. */
  'rights.decide': mutation(
    z.strictObject({ imageIds, reason: rightsDecisionSchema.shape.reason }),
    z.strictObject({ decisionId: rightsDecisionIdSchema }),
  ),
  /** Takes a decision back, for all its pictures or only for the one named. */
  'rights.takeBack': mutation(
    z.strictObject({ decisionId: rightsDecisionIdSchema, imageId: imageIdSchema.nullable() }),
    ok,
  ),
  /**
   * What stands between these topics and publishing them: pictures that block, those that a decision lets through, and whether
   * it matters if the publication serves commercial advantage, with what was said of that (null: nobody was asked).
   */
  'rights.gate': query(
    z.strictObject({ topicIds }),
    z.strictObject({
      blocked: z.array(rightsLineSchema),
      decided: z.array(rightsLineSchema),
      commercialUse: z.boolean().nullable(),
      mattersCommercial: z.boolean(),
    }),
  ),
  /** Writes the report of some topics or of the whole library, with all decisions and evidence, as HTML, CSV and files. A job. */
  'rights.dossier': mutation(
    z.strictObject({ topicIds, ticket: ticketSchema.nullable() }),
    z.strictObject({ jobId: jobIdSchema }),
  ),

  /** What is kept about one picture, oldest first. */
  'evidence.list': query(z.strictObject({ imageId: imageIdSchema }), z.array(evidenceSchema)),
  /** Keeps a piece of evidence; without an upload it is only noted. `unsupported` for a kind of file that is not kept. */
  'evidence.add': mutation(
    z.strictObject({
      imageId: imageIdSchema,
      uploadId: uploadIdSchema.nullable(),
      fileName: z.string().max(300),
      fields: evidencePatchSchema,
      /** The first of several that came together: one step to undo with that change, if it is still the last. */
      joins: changeIdSchema.nullable().default(null),
    }),
    /** `changeId`: the step that takes it back. */
    z.strictObject({ evidenceId: evidenceIdSchema, changeId: changeIdSchema.nullable() }),
  ),
  'evidence.update': mutation(
    z.strictObject({ evidenceId: evidenceIdSchema, patch: evidencePatchSchema }),
    ok,
  ),
  /** To the trash. */
  'evidence.remove': mutation(z.strictObject({ evidenceId: evidenceIdSchema }), ok),
} as const;
