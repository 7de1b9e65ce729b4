import { z } from 'zod';
import { licenseIdSchema } from './credit.ts';
import { honestDateSchema, instantSchema } from './dates.ts';
import { evidenceIdSchema, imageIdSchema, rightsDecisionIdSchema } from './ids.ts';
import { webAddressSchema } from './text.ts';

/** What a piece of evidence is: a page as it was, a picture of one, the owner's letter, or something else. */
export const evidenceKindSchema = z.enum(['page', 'screenshot', 'permission', 'other']);

/** A file kept as it came in, as `evidence/<sha256>.<ext>` in the library's folder. */
export const evidenceFileSchema = z.strictObject({
  /** SHA-256 of its bytes, 64 lower-case hex digits. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Ending without the dot, by content and never taken from the name. */
  extension: z.string().regex(/^[a-z0-9]{1,8}$/),
  mediaType: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
  /** Name as it came in, for people; never used as a path. */
  fileName: z.string().max(300),
  bytes: z.int().positive(),
});

/**
 * What shows on which terms a picture may be used: where the license was read, when, and what was found there. For the
 * library and its colleagues; never part of a public site.
 */
export const evidenceSchema = z.strictObject({
  id: evidenceIdSchema,
  imageId: imageIdSchema,
  kind: evidenceKindSchema,
  /** Null: only noted. */
  file: evidenceFileSchema.nullable(),
  pageUrl: webAddressSchema.nullable(),
  seenOn: honestDateSchema.nullable(),
  /** The wording of the license as it stood there. */
  licenseAsFound: z.string().max(10_000),
  note: z.string().max(20_000),
  addedAt: instantSchema,
});

export type Evidence = z.infer<typeof evidenceSchema>;

/**
 * A curator's recorded decision to publish in spite of what the rights report says of some pictures. It was made about the
 * license that a picture had then: under another one it says nothing.
 */
export const rightsDecisionSchema = z.strictObject({
  id: rightsDecisionIdSchema,
  imageIds: z.array(imageIdSchema).min(1),
  /** The license of each of the pictures when it was decided; null: none was chosen. */
  licenses: z.record(imageIdSchema, licenseIdSchema.nullable()),
  /** In the curator's words; shown in the rights report and the dossier. */
  reason: z.string().trim().min(1).max(5_000),
  by: z.string().max(200),
  at: instantSchema,
});
