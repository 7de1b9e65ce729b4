import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { CoreContext, Destination } from '#core/context.ts';
import { createPause } from '#core/datastore/stage-in-slices.ts';
import { refusal } from '#core/refusal.ts';
import { formatFacts, type ExportFormat } from '#shared/contract/export-formats.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import { textFile, type ExportFile, type RenderFile } from './exporter.ts';
import type { PlaceMemory } from './export-memory.ts';
import { manifestName, manifestText, type WrittenFile } from './manifest.ts';
import { sameInputs } from './publication-memory.ts';
import type { Publication } from './publication-types.ts';
import { openFileWriter } from './writers/file-writer.ts';
import { openFolderWriter } from './writers/folder-writer.ts';
import { inParallel, type Parallel } from './writers/in-parallel.ts';
import { standingOf, type KnownFile } from './writers/known-files.ts';
import { renderAhead } from './writers/render-ahead.ts';
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
  readonly memory: PlaceMemory | null;
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

const openWriter = ({ context, format, destination, publication, memory }: Writing): Promise<Writer> => {
  const { path, kind } = destination;
  const id = context.ids.next();
  if (formatFacts(format).shape === 'file') return openFileWriter(path);
  return kind === 'folder'
    ? openFolderWriter(path, id, memory?.known)
    : openZipWriter(path, id, publication.updatedAt);
};

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Files that are being written at the same time. */
const atOnce = 8;

const hasSameInputs = ({ inputs }: ExportFile, known: KnownFile): boolean =>
  inputs !== undefined && known.inputs !== undefined && sameInputs(inputs, known.inputs);

type Adding = {
  /** Files that were left as they stand. */
  readonly left: Map<string, KnownFile>;
  readonly writer: Writer;
  readonly parallel: Parallel;
  readonly render: RenderFile;
};

/** Gives a file to the writer, unless it stands at its place; makes it only when it could have changed. */
const addFile = async (
  file: ExportFile,
  { left, writer, parallel, render }: Adding,
): Promise<WrittenFile> => {
  const { path } = file;
  const known = writer.standing(path);
  if (known && hasSameInputs(file, known)) {
    left.set(path, known);
    return known.file;
  }
  const bytes = await render(file);
  const written = { path, bytes: bytes.byteLength, sha256: sha256(bytes) };
  if (known?.file.sha256 === written.sha256) {
    left.set(path, known);
    return written;
  }
  const stored = file.kind === 'bytes' ? file.stored : undefined;
  await parallel.start(() => writer.add(path, bytes, stored));
  return written;
};

/** Gives every file and, last of a tree, the manifest to the writer. */
const writeFiles = async (writing: Writing, adding: Adding): Promise<Written> => {
  const { context, format, files, signal, progress } = writing;
  const hasManifest = formatFacts(format).shape === 'tree';
  const total = files.length + (hasManifest ? 1 : 0);
  const written: WrittenFile[] = [];
  const pause = createPause();
  const add = async (file: ExportFile) => {
    signal?.throwIfAborted();
    written.push(await addFile(file, adding));
    progress?.(written.length, total);
    await pause();
  };
  progress?.(0, total);
  for (const file of files) await add(file);
  if (hasManifest) {
    const manifest = manifestText({ generator: 'Carrel', version: context.version, files: written });
    await add(textFile(manifestName, () => manifest));
  }
  await adding.parallel.finish();
  signal?.throwIfAborted();
  return { written, ...(await adding.writer.finish(written)) };
};

/** Notes how the files stand now, for the next export to the same place. Those that were left were looked at already. */
const remember = async (
  { destination, files, memory }: Writing,
  written: readonly WrittenFile[],
  left: Adding['left'],
) => {
  if (memory === null) return;
  const inputs = new Map(files.map((file) => [file.path, file.inputs]));
  const known = new Map<string, KnownFile>();
  const pause = createPause();
  for (const file of written) {
    const standing = left.get(file.path)?.standing ?? standingOf(join(destination.path, file.path));
    if (standing) known.set(file.path, { file, standing, inputs: inputs.get(file.path) });
    await pause();
  }
  memory.remember(known);
};

/** Files whose bytes may differ from those that the last export left. */
const changedFiles = ({ files, memory }: Writing): readonly ExportFile[] =>
  files.filter((file) => {
    const known = memory?.known.get(file.path);
    return !known || !hasSameInputs(file, known);
  });

/** Writes all files to their place; when it throws, what was there before is there still. */
export const writeExport = async (writing: Writing): Promise<Written> => {
  try {
    const writer = await openWriter(writing);
    const parallel = inParallel(atOnce);
    const ahead = renderAhead(changedFiles(writing), writing.render);
    try {
      const left: Adding['left'] = new Map();
      const result = await writeFiles(writing, { left, writer, parallel, render: ahead.render });
      await remember(writing, result.written, left);
      return result;
    } catch (error) {
      await parallel.settle();
      await ahead.settle();
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
