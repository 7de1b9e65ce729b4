import { z } from 'zod';
import { imageIdSchema, jobIdSchema, ticketSchema, topicIdSchema } from '../model/ids.ts';
import { mutation, query } from './define.ts';
import { jobSchema } from './events.ts';
import { exportFormatSchema, exportOptionsSchema } from './export-formats.ts';

const started = z.strictObject({ jobId: jobIdSchema });

const problemSchema = z.strictObject({ kind: z.string(), title: z.string(), details: z.string() });

/** What was written: `result` of an export job. */
export const exportReportSchema = z.strictObject({
  format: exportFormatSchema,
  files: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  /** For people: the place written to, or the name of the download. */
  place: z.string(),
  /** Where the browser can fetch the result, if there was no place to write to. */
  download: z.string().nullable(),
  /** Ticket for "show in folder", where the host can. */
  reveal: ticketSchema.nullable(),
  /** Credits with something missing, and pictures without a text alternative. */
  problems: z.array(problemSchema),
});
export type ExportReport = z.infer<typeof exportReportSchema>;

/** A problem before anything is written: it can still be mended. */
const problemToMendSchema = problemSchema.extend({
  /** The picture in whose details it is mended; null: elsewhere. */
  imageId: imageIdSchema.nullable(),
});
export type ProblemToMend = z.infer<typeof problemToMendSchema>;

/** Kinds of problems that are about what is said of pictures, and not about how they look. */
export const wordsOfPictures: ReadonlySet<string> = new Set([
  'license-undecided',
  'credit-incomplete',
  'permission-needed',
  'rights-decided',
  'alt-missing',
]);

export const exchangeCalls = {
  /** What stands between these topics and a page one can be proud of. `topicIds` null: every one marked as published. */
  'exports.check': query(
    z.strictObject({ topicIds: z.array(topicIdSchema).min(1).nullable() }),
    z.array(problemToMendSchema),
  ),
  /** One topic as clean HTML with its pictures inside, to be put on the clipboard. Refuses as `exports.run` does. */
  'exports.fragment': query(z.strictObject({ topicId: topicIdSchema }), z.strictObject({ html: z.string() })),
  /**
   * Writes topics in a format to the ticket's folder or file; without a ticket the result is a file to download.
   * `topicIds` null: every topic marked as published; named ones may be drafts.
   */
  'exports.run': mutation(
    z.strictObject({
      format: exportFormatSchema,
      topicIds: z.array(topicIdSchema).min(1).nullable(),
      ticket: ticketSchema.nullable(),
      options: exportOptionsSchema,
    }),
    started,
  ),
  'jobs.get': query(z.strictObject({ jobId: jobIdSchema }), jobSchema),
  'jobs.cancel': mutation(z.strictObject({ jobId: jobIdSchema }), z.null()),
} as const;
