import { z } from 'zod';

/** The one folder in the ZIP (RFC 8493 §4 asks for one). */
export const shareRoot = 'carrel-share';

/** Where things lie in the payload. */
export const sharePaths = {
  about: 'carrel.json',
  records: 'records.json',
  base: 'base.json',
  crate: 'ro-crate-metadata.json',
  image: (id: string, extension: string) => `images/${id}.${extension}`,
  evidence: (sha256: string, extension: string) => `evidence/${sha256}.${extension}`,
} as const;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What a share file says of itself. A state is named by the hash of its `records.json`; `states` are those that this copy
 * of the topics has been in when it was handed over, the oldest first, the last being this one.
 */
export const aboutSchema = z.object({
  format: z.literal('carrel-share'),
  version: z.literal(1),
  states: z.array(sha256).min(1).max(10_000),
  /** The state it was based on; its records are in `base.json` unless it is this one. */
  base: sha256,
});
export type About = z.infer<typeof aboutSchema>;
