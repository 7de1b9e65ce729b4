import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { CoreContext, Destination } from '#core/context.ts';
import { refusal } from '#core/refusal.ts';
import { formatFacts, type ExportFormat } from '#shared/contract/export-formats.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import type { ExportFile, RenderFile } from './exporter.ts';
import { manifestName, manifestText, type WrittenFile } from './manifest.ts';
import type { Publication } from './publication-types.ts';
import { openFileWriter } from './writers/file-writer.ts';
import { openFolderWriter } from './writers/folder-writer.ts';
import type { Writer, WriterResult } from './writers/writer.ts';
import { openZipWriter } from './writers/zip-writer.ts';

/** Files on their way to a place. */
export type Writing = {
  readonly context: CoreContext;
  readonly format: ExportFormat;
  readonly publication: Publication;
  readonly files: readonly ExportFile[];
  readonly render: RenderFile;
  readonly destination: Destination;
  readonly signal: AbortSignal | undefined;
  readonly progress: ((done: number, total: number) => void) | undefined;
};

/** What was written, and what had to be kept beside it. */
export type Written = WriterResult & { readonly written: readonly WrittenFile[] };

const asStorageError = (error: unknown): unknown => {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (error instanceof CarrelError || code === undefined || !/^E[A-Z]+$/.test(code)) return error;
  return refusal('storage', 'export-failed', { cause: code });
};

const openWriter = ({ context, format, destination, publication }: Writing): Promise<Writer> => {
  const { path, kind } = destination;
  const id = context.ids.next();
  if (formatFacts(format).shape === 'file') return openFileWriter(path);
  return kind === 'folder' ? openFolderWriter(path, id) : openZipWriter(path, id, publication.updatedAt);
};

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Gives every file and, last of a tree, the manifest to the writer. */
const writeFiles = async (writing: Writing, writer: Writer): Promise<Written> => {
  const { context, format, files, render, signal, progress } = writing;
  const hasManifest = formatFacts(format).shape === 'tree';
  const total = files.length + (hasManifest ? 1 : 0);
  const written: WrittenFile[] = [];
  const add = async (path: string, bytes: Uint8Array, stored?: boolean) => {
    signal?.throwIfAborted();
    await writer.add(path, bytes, stored);
    written.push({ path, bytes: bytes.byteLength, sha256: sha256(bytes) });
    progress?.(written.length, total);
  };
  progress?.(0, total);
  for (const file of files) {
    signal?.throwIfAborted();
    await add(file.path, await render(file), file.kind === 'bytes' ? file.stored : undefined);
  }
  if (hasManifest) {
    const manifest = manifestText({ generator: 'Carrel', version: context.version, files: written });
    await add(manifestName, new TextEncoder().encode(manifest));
  }
  return { written, ...(await writer.finish(written)) };
};

/** Writes all files to their place; when it throws, what was there before is there still. */
export const writeExport = async (writing: Writing): Promise<Written> => {
  try {
    const writer = await openWriter(writing);
    try {
      return await writeFiles(writing, writer);
    } catch (error) {
      await writer.abandon();
      throw error;
    }
  } catch (error) {
    throw asStorageError(error);
  }
};

/** The place itself, or the file within it where the format is one file and a folder was chosen. */
export const placeFor = (destination: Destination, format: ExportFormat, fileName: string): Destination =>
  destination.kind === 'folder' && formatFacts(format).shape !== 'tree'
    ? { kind: 'file', path: join(destination.path, fileName) }
    : destination;
