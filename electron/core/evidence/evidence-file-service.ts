import { createHash } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import { syncFolder, writeFileAtomic } from '#core/datastore/atomic-write.ts';
import { storageFailure } from '#core/datastore/failures.ts';
import { refusal } from '#core/refusal.ts';
import type { evidenceFileSchema } from '#shared/model/evidence.ts';
import { recogniseEvidence } from './recognise-file.ts';

/** A file kept as evidence, as its record tells of it. */
export type EvidenceFile = z.infer<typeof evidenceFileSchema>;

/** The most that a piece of evidence may weigh, in bytes. */
const mostBytes = 50_000_000;

/** Where the bytes of a piece of evidence lie, below the library's folder of evidence. */
export const evidencePath = (folder: string, file: Pick<EvidenceFile, 'sha256' | 'extension'>): string =>
  join(folder, `${file.sha256}.${file.extension}`);

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const isThere = async (path: string, sha256: string): Promise<boolean> => {
  const present = await readFile(path).catch(() => null);
  return present !== null && hashOf(present) === sha256;
};

/** Reads what came in and says what it is. Refuses with `unsupported` or `file-format`. */
export const readEvidence = async (
  path: string,
  fileName: string,
): Promise<{ readonly bytes: Buffer; readonly file: EvidenceFile }> => {
  if ((await stat(path)).size > mostBytes)
    throw refusal('unsupported', 'evidence-too-large', { megabytes: mostBytes / 1_000_000 });
  const bytes = await readFile(path);
  if (bytes.length === 0) throw refusal('file-format', 'evidence-empty');
  const format = recogniseEvidence(bytes);
  if (format === null) throw refusal('unsupported', 'evidence-kind');
  return {
    bytes,
    file: { sha256: hashOf(bytes), ...format, fileName: fileName.slice(0, 300), bytes: bytes.length },
  };
};

/** Keeps the bytes under their hash, on the disk when this resolves. Throws `storage`. */
export const storeEvidence = async (folder: string, file: EvidenceFile, bytes: Buffer): Promise<void> => {
  const path = evidencePath(folder, file);
  if (await isThere(path, file.sha256)) return;
  try {
    if ((await mkdir(folder, { recursive: true })) !== undefined) await syncFolder(dirname(folder));
    await writeFileAtomic(path, bytes);
  } catch (error) {
    throw storageFailure(error);
  }
};
