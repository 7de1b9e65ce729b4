import { readFile, stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { CoreContext, Destination } from '#core/context.ts';
import { evidencePath } from '#core/evidence/evidence-file-service.ts';
import { readDossier, type Dossier } from '#core/rights/dossier-service.ts';
import type { DossierReport } from '#shared/contract/rights.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { openDownload } from '../downloads.ts';
import type { WrittenFile } from '../manifest.ts';
import { openFolderWriter } from '../writers/folder-writer.ts';
import { openZipWriter } from '../writers/zip-writer.ts';
import { dossierCsv } from './dossier-csv.ts';
import { dossierFile } from './dossier-file.ts';
import { dossierHtml } from './dossier-html.ts';

/** What to tell of (null: the whole library), where to, and how to watch and stop it. */
export type DossierOrder = {
  readonly topicIds: readonly TopicId[] | null;
  readonly destination: Destination | null;
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
};

type Part = { readonly path: string; readonly read: () => Promise<Uint8Array> };
type Problem = DossierReport['problems'][number];

const partsOf = (context: CoreContext, dossier: Dossier): readonly Part[] => {
  const text = (words: string) => async () => new TextEncoder().encode(words);
  const files = dossier.entries.flatMap(({ evidence }) => evidence.flatMap(({ file }) => file ?? []));
  const each = new Map(files.map((file) => [dossierFile(file), file]));
  return [
    { path: 'rights.html', read: text(dossierHtml(dossier)) },
    { path: 'rights.csv', read: text(dossierCsv(dossier)) },
    ...[...each].map(([path, file]) => ({
      path,
      read: () => readFile(evidencePath(context.paths.evidence, file)),
    })),
  ];
};

const openPlace = async (context: CoreContext, given: Destination | null) => {
  const id = context.ids.next();
  const download = given === null ? await openDownload(context, id, 'rights-dossier.zip') : null;
  const destination = given ?? download?.destination;
  if (!destination) throw new Error('a dossier without a place to go');
  const { path, kind } = destination;
  const writer =
    kind === 'folder' ? await openFolderWriter(path, id) : await openZipWriter(path, id, context.clock.now());
  return { path, download: download?.address ?? null, writer };
};

/** Writes the rights dossier: a page, a table and the kept files. One that is missing is named and the rest is written. */
export const exportDossier = async (context: CoreContext, order: DossierOrder): Promise<DossierReport> => {
  const parts = partsOf(context, await readDossier(context.datastore, order.topicIds, context.clock.now()));
  const { path, download, writer } = await openPlace(context, order.destination);
  const written: WrittenFile[] = [];
  const problems: Problem[] = [];
  try {
    for (const [done, part] of parts.entries()) {
      order.signal.throwIfAborted();
      order.progress(done, parts.length);
      // One after the other: a library of letters must not be in memory all at once.
      const bytes = await part.read().catch(() => null);
      if (bytes === null) {
        problems.push({ kind: 'evidence-missing', title: part.path, details: '' });
        continue;
      }
      await writer.add(part.path, bytes);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      written.push({ path: part.path, bytes: bytes.byteLength, sha256 });
    }
    await writer.finish(written);
  } catch (error) {
    await writer.abandon();
    throw error;
  }
  const size = await stat(path);
  return {
    files: written.length,
    bytes: size.isFile() ? size.size : written.reduce((sum, { bytes }) => sum + bytes, 0),
    place: download === null ? path : basename(path),
    download,
    reveal: download === null ? context.host.revealTicket(path) : null,
    problems,
  };
};
