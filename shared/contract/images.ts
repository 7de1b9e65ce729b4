import { z } from 'zod';
import { creditSchema } from '../model/credit.ts';
import {
  changeIdSchema,
  imageIdSchema,
  resourceIdSchema,
  topicIdSchema,
  uploadIdSchema,
} from '../model/ids.ts';
import { imageSchema, pictureKindSchema } from '../model/image.ts';
import { mutation, query } from './define.ts';
import { imageDetailSchema } from './views.ts';

const ok = z.null();

/** What a file says about one field in each schema it carries, for showing and switching. */
export const embeddedFieldSchema = z.strictObject({
  field: z.string(),
  chosen: z.string(),
  found: z.array(z.strictObject({ origin: z.string(), value: z.string() })),
});

export const imageCalls = {
  'images.get': query(z.strictObject({ imageId: imageIdSchema }), imageDetailSchema),
  /** Every picture of the library, newest first; `withEvidence` are those of the page that evidence is kept for. */
  'images.list': query(
    z.strictObject({ offset: z.int().nonnegative(), limit: z.int().min(1).max(500) }),
    z.strictObject({
      total: z.int().nonnegative(),
      items: z.array(imageSchema),
      withEvidence: z.array(imageIdSchema),
    }),
  ),
  /**
   * Takes an uploaded picture into the library: checked, stored under its hash, its credit filled from the file
   * itself. With `use` it is also put in its place, in the same undo step. `existing` true: the library had the same
   * bytes already and their credit was kept. `unsupported` or `file-format` with a reason that says what to do.
   */
  'images.add': mutation(
    z.strictObject({
      uploadId: uploadIdSchema,
      fileName: z.string().max(300),
      /** The page a picture dragged from a browser came from, if the browser said so. */
      foundAt: z.string().max(4_000).nullable(),
      use: z
        .discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('hero'), topicId: topicIdSchema }),
          z.strictObject({ kind: z.literal('resource'), resourceId: resourceIdSchema }),
          z.strictObject({ kind: z.literal('logo') }),
        ])
        .nullable(),
      /** The first of several that came together: one step to undo with that change, if it is still the last. */
      joins: changeIdSchema.nullable().default(null),
    }),
    z.strictObject({
      image: imageSchema,
      existing: z.boolean(),
      /** The step that takes it back; null when nothing had to be changed. */
      changeId: changeIdSchema.nullable(),
    }),
  ),
  /** What the file itself says, field by field, and which source each came from. */
  'images.embedded': query(z.strictObject({ imageId: imageIdSchema }), z.array(embeddedFieldSchema)),
  /** A credit patch replaces the fields it names. Fields set here count as typed unless `origins` says otherwise. */
  'images.update': mutation(
    z.strictObject({
      imageId: imageIdSchema,
      patch: z.strictObject({
        alt: imageSchema.shape.alt.optional(),
        decorative: z.boolean().optional(),
        kind: pictureKindSchema.optional(),
        credit: creditSchema.partial().optional(),
      }),
    }),
    ok,
  ),
  /** To the trash; every place that used it lets go of it. */
  'images.remove': mutation(z.strictObject({ imageId: imageIdSchema }), ok),
} as const;
