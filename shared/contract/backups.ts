import { z } from 'zod';
import { instantSchema } from '../model/dates.ts';
import { topicIdSchema } from '../model/ids.ts';
import { mutation, query } from './define.ts';

/** The name of a file in `backups/`. */
const backupNameSchema = z.string().regex(/^library-[0-9TZ.-]+\.json$/);

const count = z.int().nonnegative();

/** How records differ: what a restore would bring back, change, and take away. */
const differenceSchema = z.strictObject({ back: count, changed: count, away: count });

/** What restoring a topic from a backup would do to it. */
const topicDifferenceSchema = z.strictObject({
  topicId: topicIdSchema,
  title: z.string(),
  /** `gone`: in the backup only. `new`: in the library only. `same`: neither it nor its entries differ. */
  state: z.enum(['gone', 'new', 'changed', 'same']),
  /** Entries of its board. */
  entries: differenceSchema,
});

/** A backup against the library as it is now. */
export const backupComparisonSchema = z.strictObject({
  name: backupNameSchema,
  at: instantSchema,
  topics: z.array(topicDifferenceSchema),
  resources: differenceSchema,
  images: differenceSchema,
  /** Pictures of the backup whose files are no longer in the library's folder: they cannot come back. */
  missingPictures: count,
});
export type BackupComparison = z.infer<typeof backupComparisonSchema>;

export const backupCalls = {
  /** Newest first. `bytes` is the size of the file. */
  'backups.list': query(
    z.strictObject({}),
    z.array(z.strictObject({ name: backupNameSchema, at: instantSchema, bytes: count })),
  ),
  /** Takes one now. */
  'backups.create': mutation(
    z.strictObject({}),
    z.strictObject({ name: backupNameSchema, at: instantSchema }),
  ),
  /** `not-found` when there is none of that name, `file-format` when it cannot be read. */
  'backups.compare': query(z.strictObject({ name: backupNameSchema }), backupComparisonSchema),
  /**
   * Puts the library (`topicId` null) or one topic back to what it was, as one change that can be undone; a backup of the
   * present state is taken first. A topic's resources that are still in the library stay as they are now.
   */
  'backups.restore': mutation(
    z.strictObject({ name: backupNameSchema, topicId: topicIdSchema.nullable() }),
    z.null(),
  ),
} as const;
