import { z } from 'zod';
import { jobIdSchema, ticketSchema, topicIdSchema, uploadIdSchema } from '../model/ids.ts';
import { librarySchema } from '../model/library.ts';
import { mutation, query } from './define.ts';

const count = z.int().nonnegative();

/** Whose version of a conflict is taken. */
export const mergeSideSchema = z.enum(['ours', 'theirs']);
export type MergeSide = z.infer<typeof mergeSideSchema>;

/** Something that was changed here and in the share file, each time in another way. */
export const mergeConflictSchema = z.strictObject({
  /** The same each time the same two states meet, so that a choice can name it. */
  id: z.string(),
  kind: z.enum([
    'topic',
    'resource',
    'placement',
    'type',
    'image',
    'evidence',
    'decision',
    'distinction',
    'list',
    'template',
  ]),
  /** What it is called here: the title of the topic, the resource, the picture. */
  title: z.string(),
  /** A message key below `merge-field.`. */
  field: z.string(),
  /** For people; null: taken away. */
  ours: z.string().nullable(),
  theirs: z.string().nullable(),
});
export type MergeConflict = z.infer<typeof mergeConflictSchema>;

const changes = z.strictObject({ added: count, changed: count, removed: count });

/** What is in a share file, and what opening it would do here. */
export const sharePreviewSchema = z.strictObject({
  title: z.string(),
  institution: z.string(),
  topics: z.array(
    z.strictObject({ id: topicIdSchema, title: z.string(), state: z.enum(['new', 'changed', 'same']) }),
  ),
  counts: z.strictObject({ resources: count, images: count, evidence: count }),
  /** Records that would be put, edited and deleted. */
  changes,
  conflicts: z.array(mergeConflictSchema),
});
export type SharePreview = z.infer<typeof sharePreviewSchema>;

/** What became of a share file: `result` of the job. */
export const shareReportSchema = z.strictObject({
  title: z.string(),
  topics: z.array(z.strictObject({ id: topicIdSchema, title: z.string() })),
  changes,
  /** Pictures whose files came in. */
  images: count,
  conflicts: count,
});
export type ShareReport = z.infer<typeof shareReportSchema>;

/** What became of a share file that was made a library of its own: `result` of the job. */
export const newLibraryReportSchema = z.strictObject({
  title: z.string(),
  /** Its folder, for people to read. */
  place: z.string(),
  topics: count,
  images: count,
  evidence: count,
});
export type NewLibraryReport = z.infer<typeof newLibraryReportSchema>;

export const sharingCalls = {
  /** Reads a share file that was uploaded, and says what is in it and what opening it would change. Changes nothing. */
  'sharing.preview': query(z.strictObject({ uploadId: uploadIdSchema }), sharePreviewSchema),
  /**
   * Takes the share file into this library: what is not here comes in, what was changed on one side only is taken, and
   * conflicts are settled by `choices` (by their id; ours where nothing is chosen). One undo step.
   */
  'sharing.open': mutation(
    z.strictObject({ uploadId: uploadIdSchema, choices: z.record(z.string(), mergeSideSchema) }),
    z.strictObject({ jobId: jobIdSchema }),
  ),
  /**
   * Makes a new library of the share file, in a folder named after `title`: within the ticket's folder, without one beside
   * this library. This library stays as it is.
   */
  'sharing.create': mutation(
    z.strictObject({
      uploadId: uploadIdSchema,
      title: librarySchema.shape.title,
      ticket: ticketSchema.nullable(),
    }),
    z.strictObject({ jobId: jobIdSchema }),
  ),
  /**
   * Shows the library that `sharing.create` made in the place of this one, which is closed. `unsupported` where the host
   * cannot (`switchLibrary`).
   */
  'sharing.openCreated': mutation(z.strictObject({ jobId: jobIdSchema }), z.null()),
} as const;
