import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { stat } from 'node:fs/promises';
import type { CoreContext, Destination } from '#core/context.ts';
import { refusal } from '#core/refusal.ts';
import type { ExportReport } from '#shared/contract/exchange.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { openDownload } from './downloads.ts';
import { manifestName, manifestText, type WrittenFile } from './manifest.ts';
import { blockingPictures, findProblems } from './problems.ts';
import { resolvePublication } from './publication.ts';
import type { Publication } from './publication-types.ts';
import { createRenderFile, type RenderFile } from './render-file.ts';
import { siteFiles } from './site/site-files.ts';
import { openFolderWriter } from './writers/folder-writer.ts';
import type { Writer } from './writers/writer.ts';
import { openZipWriter } from './writers/zip-writer.ts';

/** What to export, where to (null: a ZIP to download), and how to watch and stop it. */
export type SiteExport = {
  /** Null: every topic marked as published. */
  readonly topicIds: readonly TopicId[] | null;
  readonly destination: Destination | null;
  readonly signal?: AbortSignal;
  readonly progress?: (done: number, total: number) => void;
};

/** What other features, the command line and the handlers may ask of exporting. */
export type ExportService = {
  readonly check: (topicIds: readonly TopicId[] | null) => ExportReport['problems'];
  /**
   * Writes the site. Refuses with `conflict` what must not be published (`license-undecided`) or overwritten
   * (`folder-not-ours`); a failure or a cancel leaves the destination as it was.
   */
  readonly exportSite: (order: SiteExport) => Promise<ExportReport>;
};

const publishable = (context: CoreContext, topicIds: readonly TopicId[] | null): Publication => {
  const publication = resolvePublication(context.datastore, topicIds);
  if (publication.topics.length === 0) throw refusal('conflict', 'nothing-to-publish');
  const undecided = blockingPictures(publication);
  if (undecided.length > 0) {
    throw refusal('conflict', 'license-undecided', { pictures: undecided.join(', ') });
  }
  return publication;
};

type Running = {
  readonly context: CoreContext;
  readonly publication: Publication;
  readonly writer: Writer;
  readonly render: RenderFile;
  readonly order: SiteExport;
};

/** Gives every file and, last, the manifest to the writer. */
const writeFiles = async ({ context, publication, writer, render, order }: Running) => {
  const files = siteFiles(publication);
  const written: WrittenFile[] = [];
  const add = async (path: string, bytes: Uint8Array) => {
    order.signal?.throwIfAborted();
    await writer.add(path, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    written.push({ path, bytes: bytes.byteLength, sha256 });
    order.progress?.(written.length, files.length + 1);
  };
  order.progress?.(0, files.length + 1);
  for (const file of files) {
    order.signal?.throwIfAborted();
    await add(file.path, await render(file));
  }
  const manifest = manifestText({ generator: 'Carrel', version: context.version, files: written });
  await add(manifestName, new TextEncoder().encode(manifest));
  const { kept } = await writer.finish(written);
  return { written, kept };
};

const asStorageError = (error: unknown): unknown => {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (error instanceof CarrelError || code === undefined || !/^E[A-Z]+$/.test(code)) return error;
  return refusal('storage', 'export-failed', { cause: code });
};

const run = async (running: Running) => {
  try {
    return await writeFiles(running);
  } catch (error) {
    await running.writer.abandon();
    throw asStorageError(error);
  }
};

const openWriter = async (
  destination: Destination,
  id: string,
  publication: Publication,
): Promise<Writer> => {
  try {
    return destination.kind === 'folder'
      ? await openFolderWriter(destination.path, id)
      : await openZipWriter(destination.path, id, publication.updatedAt);
  } catch (error) {
    throw asStorageError(error);
  }
};

/** The exports of the library in `context`. */
export const createExportService = (context: CoreContext): ExportService => ({
  check: (topicIds) => [...findProblems(resolvePublication(context.datastore, topicIds))],
  exportSite: async (order) => {
    const publication = publishable(context, order.topicIds);
    const id = context.ids.next();
    const download = order.destination === null ? await openDownload(context, id, publication) : null;
    const destination = order.destination ?? download?.destination;
    if (!destination) throw new Error('an export without a place to go');
    const writer = await openWriter(destination, id, publication);
    const render = createRenderFile(context);
    const { written, kept } = await run({ context, publication, writer, render, order });
    const { path } = destination;
    return {
      files: written.length,
      bytes: (await stat(path)).isFile()
        ? (await stat(path)).size
        : written.reduce((sum, file) => sum + file.bytes, 0),
      place: download === null ? path : basename(path),
      download: download?.address ?? null,
      reveal: download === null ? context.host.revealTicket(path) : null,
      problems: [
        ...findProblems(publication),
        ...kept.map((file) => ({ kind: 'kept-changed-file', title: file.path, details: file.keptAs })),
      ],
    };
  },
});
