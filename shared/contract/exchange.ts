import { z } from 'zod';
import { jobIdSchema, ticketSchema, topicIdSchema, uploadIdSchema } from '../model/ids.ts';
import { nameSchema } from '../model/text.ts';
import { mutation, query } from './define.ts';
import { jobSchema } from './events.ts';
import { exportFormatSchema, exportOptionsSchema } from './export-formats.ts';
import { importRemarkSchema } from './imports.ts';

const started = z.strictObject({ jobId: jobIdSchema });

/** What became of a CSV: `result` of an import job. */
export const importReportSchema = z.strictObject({
  /** Null when no row could be taken, so that nothing was made. */
  topicId: topicIdSchema.nullable(),
  topicTitle: z.string(),
  taken: z.int().nonnegative(),
  /** The first thousand; `refusedCount` counts all. */
  refused: z.array(importRemarkSchema),
  refusedCount: z.int().nonnegative(),
  /** Rows that came in, but not whole: what could not be read and was kept as text, for example a date. The first thousand. */
  notes: z.array(importRemarkSchema),
  notesCount: z.int().nonnegative(),
  /** Which column became which field; `otherFields` for those kept under their own name. */
  columns: z.array(z.strictObject({ column: z.string(), field: z.string() })),
  encoding: z.string(),
  delimiter: z.string(),
});
export type ImportReport = z.infer<typeof importReportSchema>;

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
  problems: z.array(z.strictObject({ kind: z.string(), title: z.string(), details: z.string() })),
});
export type ExportReport = z.infer<typeof exportReportSchema>;

export const exchangeCalls = {
  /** Takes an uploaded CSV into a topic: a new one with that title, or one that is there. One undo step. */
  'imports.csv': mutation(
    z.strictObject({
      uploadId: uploadIdSchema,
      fileName: z.string().max(300),
      into: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('new'), title: nameSchema }),
        z.strictObject({ kind: z.literal('topic'), topicId: topicIdSchema }),
      ]),
    }),
    started,
  ),
  /** What stands between these topics and a page one can be proud of. `topicIds` null: every one marked as published. */
  'exports.check': query(
    z.strictObject({ topicIds: z.array(topicIdSchema).min(1).nullable() }),
    exportReportSchema.shape.problems,
  ),
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
